%% One sends to many in turn; done when each has had all of its own.
-module(bench_fanout).
-export([rep/2, receiver/2, sender/2]).

rep(Processes, Operations) ->
    Self = self(),
    Rounds = max(1, Operations div Processes),
    Receivers = [spawn(?MODULE, receiver, [Self, Rounds]) || _ <- lists:seq(1, Processes)],
    Sender = spawn(?MODULE, sender, [Receivers, Rounds]),
    Result = bench:timed(Rounds * Processes, fun() ->
        Sender ! go,
        [receive done -> ok end || _ <- Receivers]
    end),
    bench:clear([Sender | Receivers]),
    Result.

receiver(Parent, 0) ->
    Parent ! done,
    receive never -> ok end;
receiver(Parent, Left) -> receive {item, _} -> receiver(Parent, Left - 1) end.

sender(Receivers, Rounds) ->
    receive go -> send(Receivers, Rounds) end,
    receive never -> ok end.

send(_, 0) -> ok;
send(Receivers, Left) ->
    [Receiver ! {item, Left} || Receiver <- Receivers],
    send(Receivers, Left - 1).
