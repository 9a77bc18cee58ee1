%% Many send to one as fast as they can.
-module(bench_fanin).
-export([rep/2, receiver/2, sender/2]).

rep(Processes, Operations) ->
    Self = self(),
    Each = max(1, Operations div Processes),
    Messages = Each * Processes,
    Receiver = spawn(?MODULE, receiver, [Self, Messages]),
    Senders = [spawn(?MODULE, sender, [Receiver, Each]) || _ <- lists:seq(1, Processes)],
    Result = bench:timed(Messages, fun() ->
        [Sender ! go || Sender <- Senders],
        receive done -> ok end
    end),
    bench:clear([Receiver | Senders]),
    Result.

receiver(Parent, 0) ->
    Parent ! done,
    receive never -> ok end;
receiver(Parent, Left) -> receive {item, _} -> receiver(Parent, Left - 1) end.

sender(Receiver, Each) ->
    receive go -> send(Receiver, Each) end,
    receive never -> ok end.

send(_, 0) -> ok;
send(Receiver, Left) ->
    Receiver ! {item, Left},
    send(Receiver, Left - 1).
