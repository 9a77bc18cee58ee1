%% One token goes round a ring of processes.
-module(bench_ring).
-export([rep/2, member/1]).

rep(Processes, Operations) ->
    Self = self(),
    Members = [spawn(?MODULE, member, [Self]) || _ <- lists:seq(1, Processes)],
    [First | Rest] = Members,
    lists:zipwith(fun(Member, Next) -> Member ! {next, Next} end, Members, Rest ++ [First]),
    Result = bench:timed(Operations, fun() ->
        First ! {token, Operations},
        receive done -> ok end
    end),
    bench:clear(Members),
    Result.

member(Parent) -> receive {next, Next} -> member(Parent, Next) end.

member(Parent, Next) ->
    receive
        {token, 0} -> Parent ! done;
        {token, Left} -> Next ! {token, Left - 1}
    end,
    member(Parent, Next).
