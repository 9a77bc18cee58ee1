%% One process spawns all the others under a monitor; each ends at once; done when every DOWN has come.
-module(bench_spawn).
-export([rep/2, mayfly/0]).

rep(Processes, _) ->
    bench:timed(Processes, fun() -> bench:fork_join(fun() -> spawner(Processes) end) end).

spawner(Processes) ->
    spawn_all(Processes),
    await(Processes).

spawn_all(0) -> ok;
spawn_all(N) ->
    spawn_monitor(?MODULE, mayfly, []),
    spawn_all(N - 1).

mayfly() -> ok.

await(0) -> ok;
await(N) -> receive {'DOWN', _, process, _, _} -> await(N - 1) end.
