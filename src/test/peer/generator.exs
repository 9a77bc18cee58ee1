# Writes random scenarios, the same for the same seed.
# usage: elixir -r json.exs generator.exs DIR FIRST_SEED COUNT
#
# What is left out, because the BEAM itself gives different traces for it from run to run: links
# that let a death race with a stop (see docs/otp-fidelity.md), names inside subtrees that may be
# killed, and several faults at once.

defmodule Peer.Generator do
  @reasons ["boom", "normal", "shutdown", ["shutdown", "done"], "oh_no", ["bad", 7], "kill", "killed", "noproc"]

  def scenario(seed) do
    :rand.seed(:exsss, {seed, 77, 4711})
    theme = pick(plain: 60, links: 15, continue: 5, slow: 10, auto: 10)
    Process.put(:theme, theme)
    Process.put(:names, [])
    tree = supervisor("root", 1, seed)
    paths = paths(tree, "root")
    steps = [%{op: "start"} | ops(pick_between(8, 20), paths, 0)]
    id = "peer_" <> String.pad_leading(Integer.to_string(seed), 6, "0")

    %{schema: "otp-scenario/1", id: id, title: "random tree and script, seed #{seed} (#{theme})", tree: tree, steps: steps ++ ending()}
    |> with_quiet(theme)
  end

  defp with_quiet(scenario, :slow), do: Map.put(scenario, :quiet_ms, 500)
  defp with_quiet(scenario, _), do: Map.put(scenario, :quiet_ms, 60)

  defp ending do
    case pick(exit: 55, stop: 15, nothing: 30) do
      :exit -> [%{op: "parent_exit", reason: pick(%{"shutdown" => 70, "normal" => 15, "boom" => 10, "kill" => 5})}]
      :stop -> [%{op: "stop", path: "root", reason: pick(%{"shutdown" => 50, "normal" => 30, "boom" => 20})}]
      :nothing -> []
    end
  end

  # ---- trees ----

  defp supervisor(id, depth, seed) do
    strategy = strategy(depth)

    %{id: id, type: "supervisor", strategy: strategy, intensity: intensity(), period: 60}
    |> maybe(depth == 1 and theme() != :links, :intensity, fn -> pick(%{1 => 10, 3 => 20, 6 => 30, 12 => 40}) end)
    |> maybe(depth > 1, :restart, fn -> restart() end)
    |> maybe(depth > 1 and chance(15), :shutdown, fn -> one([2000, "infinity"]) end)
    |> filled(strategy, depth, seed)
  end

  defp strategy(1), do: one(["one_for_one", "one_for_all", "rest_for_one"])

  defp strategy(_) do
    pick(%{"one_for_one" => 25, "one_for_all" => 22, "rest_for_one" => 22, "simple_one_for_one" => 15, "dynamic" => 16})
  end

  defp intensity do
    case theme() do
      :links -> 30
      _ -> pick(%{0 => 10, 1 => 25, 2 => 25, 3 => 20, 5 => 20})
    end
  end

  defp filled(node, "dynamic", _, _), do: maybe(node, chance(25), :max_children, fn -> pick_between(1, 2) end)

  defp filled(node, "simple_one_for_one", _, _) do
    Map.put(node, :template, worker("tmpl", false, nil))
  end

  defp filled(node, _, depth, seed) do
    auto = if theme() == :auto and chance(60), do: one(["any_significant", "all_significant"])
    count = if(chance(4), do: 0, else: pick_between(1, if(depth == 1, do: 4, else: 3)))

    children =
      for n <- 0..(count - 1)//1 do
        cond do
          depth < 3 and chance(if(depth == 1, do: 45, else: 25)) ->
            "s#{n}" |> supervisor(depth + 1, seed) |> significant(auto)

          true ->
            "w#{n}" |> worker(true, if(depth == 1 and chance(25), do: "peer_#{seed}_#{n}")) |> significant(auto)
        end
      end

    node = Map.put(node, :children, children)
    if auto, do: Map.put(node, :auto_shutdown, auto), else: node
  end

  defp significant(node, nil), do: node

  defp significant(node, _) do
    if chance(55),
      do: Map.merge(node, %{significant: true, restart: one(["transient", "temporary", "transient"])}),
      else: node
  end

  defp worker(id, static?, name) do
    %{id: id, restart: restart()}
    |> maybe(chance(35), :trap_exit, fn -> true end)
    |> maybe(theme() != :links and chance(15), :shutdown, fn -> one(["brutal_kill", "infinity", 3000]) end)
    |> maybe(theme() not in [:continue] and chance(18), :init, fn -> plan() end)
    |> maybe(theme() != :links and chance(12), :terminate, fn -> ending_plan() end)
    |> slow()
    |> maybe(name != nil, :name, fn -> named(name) end)
    |> maybe(theme() == :continue and static? and Process.get(:continued) != true and chance(30), :continue, fn -> continue() end)
  end

  defp named(name) do
    Process.put(:names, [name | Process.get(:names)])
    name
  end

  defp slow(node) do
    if theme() == :slow and chance(40),
      do: Map.merge(node, %{trap_exit: true, shutdown: 60, terminate: %{delay_ms: 350}}),
      else: node
  end

  defp continue do
    Process.put(:continued, true)
    %{one(["exit", "stop"]) => one(["boom", "normal", "shutdown"])}
  end

  defp plan do
    first = if chance(6), do: failure(), else: "ok"
    [first | for(_ <- 1..pick_between(1, 3), do: if(chance(60), do: failure(), else: "ok"))] ++ if(chance(80), do: ["ok"], else: [])
  end

  defp failure do
    case pick(ignore: 20, stop: 30, exit: 20, raise: 20, delay: 10) do
      :ignore -> "ignore"
      :delay -> %{delay_ms: pick_between(1, 15), then: one(["ok", "ignore", %{stop: "late"}])}
      kind -> %{kind => one(["e1", "e2", ["no", "db"], "shutdown"])}
    end
  end

  defp ending_plan do
    case pick(delay: 60, exit: 40) do
      :delay -> %{delay_ms: pick_between(1, 15)}
      :exit -> %{exit: one(["worse", "normal", "shutdown", ["shutdown", "bye"]])}
    end
  end

  defp restart, do: pick(%{"permanent" => 50, "transient" => 30, "temporary" => 20})

  # ---- scripts ----

  defp paths(%{type: "supervisor", strategy: strategy} = node, path) do
    below = Enum.flat_map(node[:children] || [], &paths(&1, path <> "/" <> &1.id))
    [%{path: path, kind: kind(strategy), node: node} | below]
  end

  defp paths(node, path), do: [%{path: path, kind: :worker, node: node}]

  defp kind("dynamic"), do: :dynamic
  defp kind("simple_one_for_one"), do: :simple
  defp kind(_), do: :static

  defp ops(0, _, _), do: []

  defp ops(left, paths, n) do
    {op, paths} = op(paths, n)
    op ++ ops(left - 1, paths, n + 1)
  end

  defp op(paths, n) do
    case pick(fault: 50, admin: 24, ask: 12, tie: 14, grow: 18, work: 6) do
      :fault -> {fault(paths), paths}
      :admin -> {admin(paths), paths}
      :ask -> {ask(paths), paths}
      :tie -> {tie(paths), paths}
      :grow -> grow(paths, n)
      :work -> {work(paths), paths}
    end
  end

  defp fault(paths) do
    case some(paths, [:worker]) do
      nil -> []
      %{path: path} -> [fault(path, paths)]
    end
  end

  defp fault(path, paths) do
    case pick(exit_self: 26, stop_self: 18, raise: 10, bad_return: 4, signal: 16, from: 5, sup: 6, call_exit: 5, reply: 5, stop: 6, lost: 1) do
      :exit_self -> %{op: "exit_self", path: path, reason: one(@reasons)}
      :stop_self -> %{op: "stop_self", path: path, reason: one(@reasons)}
      :raise -> %{op: "raise", path: path, reason: one(["boom", "badarg", "function_clause"])}
      :bad_return -> %{op: "bad_return", path: path}
      :signal -> %{op: "signal", path: path, reason: one(["kill" | @reasons])}
      :from -> %{op: "signal", path: path, reason: one(@reasons), from: some(paths, [:worker]).path}
      :sup -> %{op: "signal", path: nested(paths, path), reason: one(["kill", "kill", "boom", "shutdown", "normal"])}
      :call_exit -> %{op: "call_exit", path: path, reason: one(@reasons)}
      :reply -> %{op: "call_stop_reply", path: path, reason: one(@reasons)}
      :lost -> %{op: "get_count", path: nested(paths, path)}
      :stop -> %{op: "stop", path: nested(paths, path), reason: one(["normal", "shutdown", "boom"])}
    end
  end

  # Mostly not the root, so that something is left to look at.
  defp nested(paths, otherwise) do
    case some(Enum.drop(paths, 1), [:static, :dynamic, :simple]) do
      nil -> if chance(20), do: "root", else: otherwise
      %{path: path} -> path
    end
  end

  defp admin(paths) do
    sup = some(paths, [:static, :static, :dynamic, :simple])
    id = child_id(paths, sup)

    case {sup.kind, pick(terminate: 45, restart: 30, delete: 25)} do
      {:dynamic, _} -> [%{op: "terminate_child", sup: sup.path, id: id}]
      {:simple, :terminate} -> [%{op: "terminate_child", sup: sup.path, id: id} |> maybe(chance(20), :by_id, fn -> true end)]
      {_, kind} -> [%{op: "#{kind}_child", sup: sup.path, id: id}]
    end
  end

  defp child_id(paths, sup) do
    below = for %{path: path} <- paths, Path.dirname(path) == sup.path, do: Path.basename(path)
    if below == [] or chance(5), do: "nobody", else: one(below)
  end

  defp ask(paths) do
    %{path: sup} = some(paths, [:static, :dynamic, :simple])

    case {pick(which: 45, count: 35, whereis: 20), Process.get(:names)} do
      {:count, _} -> [%{op: "count_children", sup: sup}]
      {:whereis, [_ | _] = names} -> [%{op: "whereis", name: one(names)}]
      _ -> [%{op: "which_children", sup: sup}]
    end
  end

  defp work(paths) do
    case some(paths, [:worker]) do
      nil -> []
      %{path: path} -> [one([%{op: "send", path: path, n: pick_between(1, 4)}, batch(path)]), %{op: "get_count", path: path}]
    end
  end

  defp batch(path) do
    mails = for _ <- 1..pick_between(1, 4), do: if(chance(75), do: "work", else: %{one(["exit_self", "stop_self"]) => one(["boom", "normal", "shutdown"])})
    %{op: "batch", path: path, messages: mails}
  end

  defp tie(paths) do
    case {theme(), some(paths, [:worker]), one(paths)} do
      {_, nil, _} -> []
      {:links, a, _} -> link(paths, a)
      {_, a, b} -> [%{op: pick(%{"monitor" => 80, "demonitor" => 20}), a: a.path, b: b.path}]
    end
  end

  # Two who trap exits, or two siblings whose supervisor restarts each alone: else a death races
  # with a stop.
  defp link(paths, a) do
    fit =
      for %{kind: :worker} = b <- paths,
          a.node[:trap_exit] && b.node[:trap_exit] || (alone?(paths, a) and Path.dirname(a.path) == Path.dirname(b.path)),
          do: b

    if fit == [], do: [], else: [%{op: pick(%{"link" => 85, "unlink" => 15}), a: a.path, b: one(fit).path}]
  end

  defp alone?(paths, a) do
    dir = Path.dirname(a.path)
    Enum.any?(paths, &(&1.path == dir and &1.node[:strategy] in ["one_for_one", "dynamic", "simple_one_for_one"]))
  end

  defp grow(paths, n) do
    sup = some(paths, [:static, :dynamic, :dynamic, :simple, :simple])
    taken = for %{path: path, kind: :worker} <- paths, Path.dirname(path) == sup.path, do: Path.basename(path)
    grow(sup, if(sup.kind == :static and taken != [] and chance(15), do: one(taken), else: "d#{n}"), paths)
  end

  defp grow(%{kind: :simple, path: path, node: node}, id, paths),
    do: {[%{op: "start_child", sup: path, id: id}], paths ++ [%{path: "#{path}/#{id}", kind: :worker, node: node.template}]}

  defp grow(%{path: path} = sup, id, paths) do
    depth = length(String.split(path, "/"))

    spec =
      if depth < 3 and chance(15) and String.starts_with?(id, "d"),
        do: id |> supervisor(4, 0) |> Map.put(:strategy, "one_for_one") |> Map.drop([:template, :max_children]) |> Map.put(:children, [worker("w0", false, nil)]),
        else: worker(id, false, nil)

    {[%{op: "start_child", sup: sup.path, spec: spec}], paths ++ paths(spec, "#{path}/#{id}")}
  end

  # ---- chance ----

  defp theme, do: Process.get(:theme)
  defp chance(percent), do: :rand.uniform(100) <= percent
  defp pick_between(least, most), do: least + :rand.uniform(most - least + 1) - 1
  defp one(list), do: Enum.at(list, :rand.uniform(length(list)) - 1)
  defp maybe(map, true, key, make), do: Map.put(map, key, make.())
  defp maybe(map, _, _, _), do: map

  defp some(paths, kinds) do
    kind = one(kinds)

    case Enum.filter(paths, &(&1.kind == kind)) do
      [] -> if kind == :worker, do: nil, else: hd(paths)
      fit -> one(fit)
    end
  end

  defp pick(weights) do
    weights = Enum.sort(weights)
    total = weights |> Enum.map(&elem(&1, 1)) |> Enum.sum()

    Enum.reduce_while(weights, :rand.uniform(total), fn {value, weight}, left ->
      if left <= weight, do: {:halt, value}, else: {:cont, left - weight}
    end)
  end
end

[dir, first, count] = System.argv()
first = String.to_integer(first)

for seed <- first..(first + String.to_integer(count) - 1) do
  Process.put(:continued, false)
  scenario = Peer.Generator.scenario(seed)
  File.write!(Path.join(dir, scenario.id <> ".json"), [Peer.Json.write(scenario), "\n"])
end
