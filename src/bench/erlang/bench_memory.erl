%% What an idle process costs: memory with all alive after a collection of each, less memory before.
%% Each has taken a message.
-module(bench_memory).
-export([rep/2, idle/0]).

rep(Processes, _) ->
    Pids = [spawn(?MODULE, idle, []) || _ <- lists:seq(1, Processes)],
    bench:clear(Pids),
    erlang:garbage_collect(),
    Before = erlang:memory(total),
    Alive = [spawn(?MODULE, idle, []) || _ <- lists:seq(1, Processes)],
    [Pid ! {go, self()} || Pid <- Alive],
    [receive taken -> ok end || _ <- Alive],
    [erlang:garbage_collect(Pid) || Pid <- Alive],
    erlang:garbage_collect(),
    Lists = Processes * 2 * erlang:system_info(wordsize),
    After = erlang:memory(total),
    bench:clear(Alive),
    {(After - Before - Lists) / Processes, none}.

idle() ->
    receive {go, From} -> From ! taken end,
    idle().
