%% A process calls a supervised, registered gen_server, one call after another.
-module(bench_call).
-behaviour(gen_server).
-export([rep/2, start_link/0, init/1, handle_call/3, handle_cast/2]).

rep(_, Operations) ->
    Supervisor = bench_supervisor:start(1, 1, fun(_) -> {echo, {?MODULE, start_link, []}} end),
    Server = whereis(echo),
    Result = bench:timed(Operations, fun() ->
        bench:fork_join(fun() -> calls(Server, Operations) end)
    end),
    bench:clear([Supervisor]),
    bench:await_death(Server),
    Result.

calls(_, 0) -> ok;
calls(Server, Left) ->
    Left = gen_server:call(Server, Left),
    calls(Server, Left - 1).

start_link() -> gen_server:start_link({local, echo}, ?MODULE, [], []).
init([]) -> {ok, 0}.
handle_call(Request, _From, Count) -> {reply, Request, Count + 1}.
handle_cast(_, Count) -> {noreply, Count}.
