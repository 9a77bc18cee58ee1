%% Everybody pings everybody else and answers every ping.
-module(bench_big).
-export([rep/2, member/2]).

rep(Members, _) ->
    Self = self(),
    Pids = [spawn(?MODULE, member, [Self, Members - 1]) || _ <- lists:seq(1, Members)],
    Result = bench:timed(2 * Members * (Members - 1), fun() ->
        [Pid ! {everybody, Pids} || Pid <- Pids],
        [receive done -> ok end || _ <- Pids]
    end),
    bench:clear(Pids),
    Result.

member(Parent, 0) ->
    Parent ! done,
    member(Parent, -1);
member(Parent, Waiting) ->
    receive
        {ping, From} ->
            From ! pong,
            member(Parent, Waiting);
        pong -> member(Parent, Waiting - 1);
        {everybody, Pids} ->
            [Pid ! {ping, self()} || Pid <- Pids, Pid =/= self()],
            member(Parent, Waiting)
    end.
