%% Ping-pong beside processes that spin for ever.
-module(bench_hog_spin_p99).
-export([rep/2]).

rep(Hogs, WindowMillis) -> bench_hog:p99(Hogs, WindowMillis, fun() -> spin(0) end).

spin(N) -> spin(N + 1).
