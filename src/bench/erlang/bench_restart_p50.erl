%% Children of one supervisor crash one after the other; the time from just before the error to the
%% end of the next one's init.
-module(bench_restart_p50).
-behaviour(gen_server).
-export([rep/2, start_link/2, init/1, handle_call/3, handle_cast/2]).

rep(Children, Crashes) ->
    register(driver, self()),
    Notes = {atomics:new(1, []), bench_latencies:new()},
    Supervisor = bench_supervisor:start(Children, 1000000, fun(I) ->
        {I, {?MODULE, start_link, [name(I), Notes]}}
    end),
    crash(Children, Crashes),
    unregister(driver),
    Pids = [whereis(name(I)) || I <- lists:seq(0, Children - 1)],
    bench:clear([Supervisor]),
    [bench:await_death(Pid) || Pid <- Pids],
    {_, Latencies} = Notes,
    {bench_latencies:quantile(Latencies, 0.5), none}.

name(I) -> list_to_atom("child-" ++ integer_to_list(I)).

crash(_, 0) -> ok;
crash(Children, Left) ->
    gen_server:cast(name((Left - 1) rem Children), crash),
    receive born -> crash(Children, Left - 1) end.

start_link(Name, Notes) -> gen_server:start_link({local, Name}, ?MODULE, Notes, []).

init({ThrownAt, Latencies} = Notes) ->
    case atomics:get(ThrownAt, 1) of
        0 -> ok;
        At ->
            bench_latencies:add(Latencies, erlang:monotonic_time(nanosecond) - At),
            driver ! born
    end,
    {ok, Notes}.

handle_call(_, _, Notes) -> {reply, ok, Notes}.

handle_cast(crash, {ThrownAt, _}) ->
    atomics:put(ThrownAt, 1, erlang:monotonic_time(nanosecond)),
    error(boom).
