%% A histogram of times: each power of two is cut into 32 parts, so a value is right to 3 %.
-module(bench_latencies).
-export([new/0, add/2, quantile/2]).

new() -> counters:new(64 * 32, []).

add(Counters, Nanos) -> counters:add(Counters, slot(Nanos) + 1, 1).

quantile(Counters, Fraction) ->
    Counts = [counters:get(Counters, I) || I <- lists:seq(1, 64 * 32)],
    find(Counts, 0, math:ceil(Fraction * lists:sum(Counts)), 0).

find([Count | Rest], Seen, Wanted, Slot) ->
    Now = Seen + Count,
    case Now >= Wanted andalso Now > 0 of
        true -> middle(Slot);
        false -> find(Rest, Now, Wanted, Slot + 1)
    end.

slot(Nanos) when Nanos < 32 -> max(0, Nanos);
slot(Nanos) ->
    Power = power(Nanos, 0),
    (Power - 4) * 32 + (Nanos bsr (Power - 5)) - 32.

power(Nanos, Power) when Nanos >= 1 bsl 16 -> power(Nanos bsr 16, Power + 16);
power(Nanos, Power) when Nanos >= 1 bsl 4 -> power(Nanos bsr 4, Power + 4);
power(Nanos, Power) when Nanos >= 2 -> power(Nanos bsr 1, Power + 1);
power(_, Power) -> Power.

middle(Slot) when Slot < 32 -> float(Slot);
middle(Slot) ->
    Shift = Slot div 32 - 1,
    Low = (Slot rem 32 + 32) bsl Shift,
    Low + (1 bsl Shift) / 2.
