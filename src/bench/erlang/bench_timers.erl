%% One process sets as many timers as there are to be at a time, each for another time past a
%% minute, and then cancels them all, again and again.
-module(bench_timers).
-export([rep/2]).

rep(Timers, Operations) ->
    Batches = max(1, Operations div Timers),
    bench:timed(Batches * Timers, fun() ->
        bench:fork_join(fun() -> batches(Timers, Batches) end)
    end).

batches(_, 0) -> ok;
batches(Timers, Left) ->
    Set = [erlang:send_after(60000 + I, self(), ring) || I <- lists:seq(0, Timers - 1)],
    [true = is_integer(erlang:cancel_timer(Timer)) || Timer <- Set],
    batches(Timers, Left - 1).
