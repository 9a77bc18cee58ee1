%% Ping-pong beside processes that block 100 ms a message.
-module(bench_hog_block_p99).
-export([rep/2]).

rep(Hogs, WindowMillis) ->
    bench_hog:p99(Hogs, WindowMillis, fun() -> self() ! more, block() end).

block() ->
    receive more -> timer:sleep(100) end,
    self() ! more,
    block().
