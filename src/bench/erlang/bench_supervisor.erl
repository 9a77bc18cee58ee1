%% OTP's own supervisor, one for one, with numbered permanent workers.
-module(bench_supervisor).
-behaviour(supervisor).
-export([start/3, init/1]).

%% Child makes {Id, {Module, Function, Arguments}} of 0 to Children - 1; Restarts are tolerated in a second.
start(Children, Restarts, Child) ->
    {ok, Pid} = supervisor:start_link(?MODULE, {Children, Restarts, Child}),
    unlink(Pid),
    Pid.

init({Children, Restarts, Child}) ->
    Specs = [begin {Id, Start} = Child(I), #{id => Id, start => Start} end || I <- lists:seq(0, Children - 1)],
    {ok, {#{strategy => one_for_one, intensity => Restarts, period => 1}, Specs}}.
