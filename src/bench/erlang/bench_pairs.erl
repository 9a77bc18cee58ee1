%% Pairs that send one message back and forth, each on its own.
-module(bench_pairs).
-export([rep/2, rep/3, ponger/0, pinger/3]).

rep(Processes, Operations) -> rep(Processes, Operations, 2).

rep(Processes, Operations, PerRound) ->
    Pairs = max(1, Processes div 2),
    Rounds = max(1, Operations div PerRound div Pairs),
    Self = self(),
    Pongers = [spawn(?MODULE, ponger, []) || _ <- lists:seq(1, Pairs)],
    Pingers = [spawn(?MODULE, pinger, [Self, Ponger, Rounds]) || Ponger <- Pongers],
    Result = bench:timed(Rounds * Pairs * PerRound, fun() ->
        [Pinger ! go || Pinger <- Pingers],
        [receive done -> ok end || _ <- Pingers]
    end),
    bench:clear(Pongers ++ Pingers),
    Result.

ponger() ->
    receive {ping, From} -> From ! pong end,
    ponger().

pinger(Parent, Ponger, Rounds) ->
    receive go -> rounds(Ponger, Rounds) end,
    Parent ! done,
    receive never -> ok end.

rounds(_, 0) -> ok;
rounds(Ponger, Left) ->
    Ponger ! {ping, self()},
    receive pong -> rounds(Ponger, Left - 1) end.
