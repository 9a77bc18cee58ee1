%% A pair that plays ping-pong while other processes do what Hog does.
-module(bench_hog).
-export([p99/3, ponger/0]).

-define(SETTLE_MILLIS, 2000).

p99(Hogs, WindowMillis, Hog) ->
    Ponger = spawn(?MODULE, ponger, []),
    play(Ponger, WindowMillis),
    Self = self(),
    [spawn(fun() -> Self ! begun, Hog() end) || _ <- lists:seq(1, Hogs)],
    settle(Hogs),
    {play(Ponger, WindowMillis), none}.

settle(0) -> ok;
settle(Left) -> receive begun -> settle(Left - 1) after ?SETTLE_MILLIS -> ok end.

play(Ponger, WindowMillis) ->
    Self = self(),
    Latencies = bench_latencies:new(),
    End = erlang:monotonic_time(nanosecond) + WindowMillis * 1000000,
    spawn(fun() ->
        rounds(Ponger, Latencies, End),
        Self ! played
    end),
    receive played -> bench_latencies:quantile(Latencies, 0.99)
    after WindowMillis * 2 -> WindowMillis * 1.0e6
    end.

rounds(Ponger, Latencies, End) ->
    Asked = erlang:monotonic_time(nanosecond),
    case Asked < End of
        true ->
            Ponger ! {ping, self()},
            receive pong -> ok end,
            bench_latencies:add(Latencies, erlang:monotonic_time(nanosecond) - Asked),
            rounds(Ponger, Latencies, End);
        false -> ok
    end.

ponger() ->
    receive {ping, From} -> From ! pong end,
    ponger().
