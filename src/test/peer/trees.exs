defmodule Peer.Trees do
  @moduledoc "Random trees, and what scripts may name in them."
  import Peer.Chance

  @wide_open [:links, :parallel, :busy]

  def tree do
    case theme() do
      :lone -> "root" |> worker() |> Map.delete(:continue)
      :busy -> busy("root", 1)
      _ -> supervisor("root", 1)
    end
  end

  # ---- supervisors ----

  def supervisor(id, depth) do
    strategy = strategy(depth)

    %{id: id, type: "supervisor", strategy: strategy, intensity: intensity(), period: if(theme() == :window, do: 2, else: 60)}
    |> maybe(depth == 1 and not theme?([:window | @wide_open]), :intensity, fn -> pick(%{1 => 10, 3 => 20, 6 => 30, 12 => 40}) end)
    |> maybe(depth > 1, :restart, fn -> restart() end)
    |> maybe(depth > 1 and chance(15), :shutdown, fn -> one([2000, "infinity"]) end)
    |> maybe(theme() == :names and chance(25), :name, &name/0)
    |> filled(strategy, depth)
    |> broken(depth)
  end

  defp strategy(1), do: if(theme() == :parallel, do: "one_for_one", else: one(["one_for_one", "one_for_all", "rest_for_one"]))

  defp strategy(_) do
    pick(%{"one_for_one" => 25, "one_for_all" => 22, "rest_for_one" => 22, "simple_one_for_one" => 15, "dynamic" => 16})
  end

  defp intensity do
    cond do
      theme?(@wide_open) -> 30
      theme() == :window -> pick_between(1, 2)
      true -> pick(%{0 => 10, 1 => 25, 2 => 25, 3 => 20, 5 => 20})
    end
  end

  defp filled(node, "dynamic", _), do: maybe(node, chance(25) and theme() != :parallel, :max_children, fn -> pick_between(0, 2) end)

  defp filled(node, "simple_one_for_one", _) do
    auto = if theme() == :auto and chance(50), do: one(["any_significant", "all_significant"])
    node = Map.put(node, :template, "tmpl" |> worker() |> significant(auto))
    if auto, do: Map.put(node, :auto_shutdown, auto), else: node
  end

  defp filled(node, _, depth) do
    auto = if theme() == :auto and chance(60), do: one(["any_significant", "all_significant"])
    count = if(chance(4), do: 0, else: pick_between(1, if(depth == 1, do: 4, else: 3)))

    children =
      for n <- 0..(count - 1)//1 do
        if depth < 3 and chance(if(depth == 1, do: 45, else: 25)),
          do: "s#{n}" |> supervisor(depth + 1) |> significant(auto),
          else: "w#{n}" |> worker() |> maybe(depth == 1 and theme() != :names and chance(25), :name, &name/0) |> significant(auto)
      end

    node = Map.put(node, :children, children)
    if auto, do: Map.put(node, :auto_shutdown, auto), else: node
  end

  def significant(node, nil), do: node

  def significant(node, _) do
    if chance(55),
      do: Map.merge(node, %{significant: true, restart: one(["transient", "temporary", "transient"])}),
      else: node
  end

  # One node of a broken tree is one that OTP refuses; some trees stay whole, and only children that
  # are added later are broken.
  defp broken(node, depth) do
    if theme() == :invalid and not Process.get(:broken) and chance(if(depth == 1, do: 45, else: 15)) do
      Process.put(:broken, true)
      refused(node)
    else
      node
    end
  end

  def refused(%{type: "supervisor"} = node) do
    case {node.strategy, pick(intensity: 30, period: 30, child: 40)} do
      {_, :intensity} -> %{node | intensity: one([-1, -3])}
      {_, :period} -> %{node | period: one([0, -1])}
      {"dynamic", :child} -> Map.put(node, :max_children, -1)
      {"simple_one_for_one", :child} -> Map.update!(node, :template, &refused/1)
      {_, :child} -> Map.update!(node, :children, &refused_among/1)
    end
  end

  def refused(worker), do: Map.merge(worker, one([%{shutdown: -5}, %{significant: true}, %{significant: true, restart: "transient"}]))

  defp refused_among([]), do: [refused(worker("w0"))]
  defp refused_among(children), do: if(chance(50), do: children ++ [worker(one(children).id)], else: List.replace_at(children, -1, Map.merge(List.last(children), %{shutdown: -5})))

  # ---- workers ----

  def worker(id) do
    %{id: id, restart: restart()}
    |> maybe(chance(35), :trap_exit, fn -> true end)
    |> maybe(theme() != :links and chance(15), :shutdown, fn -> one(["brutal_kill", "infinity", 3000, 0]) end)
    |> maybe(not theme?([:continue, :parallel]) and chance(18), :init, fn -> plan() end)
    |> maybe(theme() != :links and chance(12), :terminate, fn -> ending_plan() end)
    |> slow()
    |> maybe(theme() == :names and chance(50), :name, &name/0)
    |> maybe(theme() == :continue and Process.get(:continued) != true and chance(30), :continue, fn -> continue() end)
  end

  # Who traps exits and is given no time at all may begin to end in order before it is killed, or not.
  defp slow(%{shutdown: 0, trap_exit: true} = node), do: %{node | shutdown: 3000}

  defp slow(node) do
    if theme() == :slow and chance(40),
      do: Map.merge(node, %{trap_exit: true, shutdown: 60, terminate: %{delay_ms: 350}}),
      else: node
  end

  # Mostly a new one, sometimes one that somebody else has as well.
  def name do
    names = Process.get(:names)

    if names != [] and theme() == :names and chance(15) do
      one(names)
    else
      name = "peer_#{Process.get(:seed)}_#{length(names)}"
      Process.put(:names, [name | names])
      name
    end
  end

  defp continue do
    Process.put(:continued, true)
    %{one(["exit", "stop"]) => one(["boom", "normal", "shutdown"])}
  end

  defp plan do
    first = if chance(6), do: failure(), else: "ok"
    [first | failures()]
  end

  def failures, do: for(_ <- 1..pick_between(1, 3), do: if(chance(60), do: failure(), else: "ok")) ++ if(chance(80), do: ["ok"], else: [])

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

  def restart, do: pick(%{"permanent" => 50, "transient" => 30, "temporary" => 20})

  # ---- for what takes its time ----

  defp busy(id, depth) do
    children =
      for n <- 0..pick_between(2, 3) do
        cond do
          depth == 1 and n == 1 and chance(40) -> busy("s1", 2)
          n == 0 or chance(35) -> slow_worker("w#{n}")
          true -> maybe(%{id: "w#{n}", restart: restart()}, chance(40), :trap_exit, fn -> true end)
        end
      end

    %{id: id, type: "supervisor", strategy: one(["one_for_one", "one_for_all", "rest_for_one"]), intensity: 30, period: 60, children: some(children, 9)}
  end

  defp slow_worker(id) do
    %{id: id, restart: restart(), trap_exit: true, terminate: %{delay_ms: 350}}
    |> maybe(chance(60), :shutdown, fn -> one(["infinity", 200]) end)
  end

  # ---- paths ----

  def paths(%{type: "supervisor", strategy: strategy} = node, path) do
    below = Enum.flat_map(node[:children] || [], &paths(&1, path <> "/" <> &1.id))
    [%{path: path, kind: kind(strategy), node: node} | below]
  end

  def paths(node, path), do: [%{path: path, kind: :worker, node: node}]

  defp kind("dynamic"), do: :dynamic
  defp kind("simple_one_for_one"), do: :simple
  defp kind(_), do: :static
end
