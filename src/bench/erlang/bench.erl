%% Runs one benchmark module: warms up, measures, prints a line a sample, and halts.
%% Arguments as for understudy.bench.Fork: row, processes, operations, warm-up in milliseconds,
%% measurement in milliseconds, least repetitions.
-module(bench).
-export([main/1, timed/2, rate/2, clear/1, await_death/1, fork_join/1]).

main([Row | Numbers]) ->
    [Processes, Operations, Warm, Measure, Least] = [list_to_integer(N) || N <- Numbers],
    Module = list_to_atom("bench_" ++ Row),
    Rep = fun() -> Module:rep(Processes, Operations) end,
    warm(Rep, millis() + Warm),
    measure(Rep, millis() + Measure, Least, 0),
    erlang:halt(0).

warm(Rep, End) ->
    case millis() < End of
        true -> Rep(), warm(Rep, End);
        false -> ok
    end.

measure(Rep, End, Least, Done) ->
    case Done < Least orelse (Done < 50 andalso millis() < End) of
        true ->
            {Value, Cpu} = Rep(),
            io:format("sample\t~.3f\t~s~n", [float(Value), cpu(Cpu)]),
            measure(Rep, End, Least, Done + 1);
        false -> ok
    end.

cpu(none) -> "-";
cpu(Cpu) -> io_lib:format("~.3f", [float(Cpu)]).

%% {Nanoseconds an operation, processor nanoseconds an operation} of what Fun does.
timed(Operations, Fun) ->
    {Wall, Cpu} = clock(Fun),
    {Wall / Operations, Cpu / Operations}.

%% {Operations a second, processor nanoseconds an operation} of what Fun does.
rate(Operations, Fun) ->
    {Wall, Cpu} = clock(Fun),
    {Operations * 1.0e9 / Wall, Cpu / Operations}.

clock(Fun) ->
    {Cpu0, _} = erlang:statistics(runtime),
    Wall0 = erlang:monotonic_time(nanosecond),
    Fun(),
    Wall1 = erlang:monotonic_time(nanosecond),
    {Cpu1, _} = erlang:statistics(runtime),
    {Wall1 - Wall0, (Cpu1 - Cpu0) * 1000000}.

%% Waits until a process that is about to die is dead.
await_death(Pid) ->
    Monitor = monitor(process, Pid),
    receive {'DOWN', Monitor, _, _, _} -> ok end.

%% Kills processes and waits until they are dead.
clear(Pids) ->
    [exit(Pid, kill) || Pid <- Pids],
    lists:foreach(fun await_death/1, Pids).

%% Runs Fun in a process of its own, as a measured process has its own heap, and waits for it.
fork_join(Fun) ->
    {Pid, Monitor} = spawn_monitor(Fun),
    receive {'DOWN', Monitor, process, Pid, normal} -> ok end.

millis() -> erlang:monotonic_time(millisecond).
