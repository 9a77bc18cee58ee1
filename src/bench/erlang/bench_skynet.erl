%% A tree of processes, ten children each; the leaves tell their numbers, the others the sums of
%% their children, and each ends when it has told.
-module(bench_skynet).
-export([rep/2, robot/3]).

rep(Leaves, _) ->
    Expected = Leaves * (Leaves - 1) div 2,
    Result = bench:timed(Leaves, fun() ->
        spawn(?MODULE, robot, [0, Leaves, self()]),
        receive {sum, Expected} -> ok end
    end),
    erlang:garbage_collect(),
    Result.

robot(First, 1, Parent) -> Parent ! {sum, First};
robot(First, Leaves, Parent) ->
    Each = Leaves div 10,
    [spawn(?MODULE, robot, [First + I * Each, Each, self()]) || I <- lists:seq(0, 9)],
    Parent ! {sum, sum(10, 0)}.

sum(0, Sum) -> Sum;
sum(Waiting, Sum) -> receive {sum, Value} -> sum(Waiting - 1, Sum + Value) end.
