%% One pair, counted in round trips.
-module(bench_pingpong).
-export([rep/2]).

rep(_, Operations) -> bench_pairs:rep(2, Operations, 1).
