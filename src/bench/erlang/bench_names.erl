%% One process looks up the names of many others.
-module(bench_names).
-export([rep/2, idle/0]).

rep(Processes, Operations) ->
    Names = [list_to_atom("name-" ++ integer_to_list(I)) || I <- lists:seq(1, Processes)],
    [register(Name, spawn(?MODULE, idle, [])) || Name <- Names, whereis(Name) =:= undefined],
    bench:timed(Operations, fun() ->
        bench:fork_join(fun() -> lookups(Names, Names, Operations) end)
    end).

lookups(_, _, 0) -> ok;
lookups([], Names, Left) -> lookups(Names, Names, Left);
lookups([Name | Rest], Names, Left) ->
    true = is_pid(whereis(Name)),
    lookups(Rest, Names, Left - 1).

idle() -> receive never -> ok end.
