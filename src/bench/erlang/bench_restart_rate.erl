%% Every child of one supervisor crashes as soon as it runs, until all restarts have been.
-module(bench_restart_rate).
-behaviour(gen_server).
-export([rep/2, start_link/2, init/1, handle_call/3, handle_cast/2]).

rep(Children, Crashes) ->
    Left = atomics:new(1, []),
    atomics:put(Left, 1, Crashes + Children),
    Self = self(),
    Result = bench:rate(Crashes, fun() ->
        spawn(fun() ->
            Pid = bench_supervisor:start(Children, 10000000, fun(I) ->
                {I, {?MODULE, start_link, [Self, Left]}}
            end),
            Self ! {supervisor, Pid}
        end),
        receive done -> ok end
    end),
    receive {supervisor, Supervisor} -> bench:clear([Supervisor]) end,
    Result.

start_link(Parent, Left) -> gen_server:start_link(?MODULE, {Parent, Left}, []).

init({Parent, Left} = State) ->
    case atomics:sub_get(Left, 1, 1) of
        0 -> Parent ! done;
        Now when Now > 0 -> gen_server:cast(self(), crash);
        _ -> ok
    end,
    {ok, State}.

handle_call(_, _, State) -> {reply, ok, State}.

handle_cast(crash, _) -> error(boom).
