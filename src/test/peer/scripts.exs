defmodule Peer.Scripts do
  @moduledoc "Random steps, one after the other."
  import Peer.Chance
  alias Peer.Trees

  @reasons ["boom", "normal", "shutdown", ["shutdown", "done"], "oh_no", ["bad", 7], "kill", "killed", "noproc"]

  def ops(count, paths), do: ops(count, paths, 0)

  defp ops(0, _, _), do: []

  defp ops(left, paths, n) do
    {op, paths} = op(paths, n)
    op ++ ops(left - 1, paths, n + 1)
  end

  defp op(paths, n) do
    case pick(fault: 48, admin: 22, ask: 12, tie: 14, grow: 18, work: 6, plan: 5, several: 5, stray: 4, nap: 3, start: 1) do
      :fault -> {fault(paths), paths}
      :admin -> {admin(paths), paths}
      :ask -> {[ask(paths)], paths}
      :tie -> {tie(paths), paths}
      :grow -> grow(paths, n)
      :work -> {work(paths), paths}
      :plan -> {on_worker(paths, &%{op: "set_init", path: &1, init: Trees.failures()}, theme?([:continue, :parallel])), paths}
      :several -> {several(paths), paths}
      :stray -> {[stray(paths)], paths}
      :nap -> {on_worker(paths, &%{op: "sleep", path: &1, ms: pick_between(1, 25)}, false) ++ if(chance(30), do: [%{op: "wait", ms: pick_between(1, 30)}], else: []), paths}
      :start -> {if(theme?([:plain, :lone]) and chance(30), do: [%{op: "start"}], else: []), paths}
    end
  end

  defp on_worker(_, _, true), do: []

  defp on_worker(paths, make, false) do
    case some_of(paths, [:worker]) do
      nil -> []
      %{path: path} -> [make.(path)]
    end
  end

  # ---- faults ----

  def fault(paths), do: on_worker(paths, &fault(&1, paths), false)

  def fault(path, paths) do
    case pick(exit_self: 26, stop_self: 18, raise: 10, bad_return: 4, signal: 16, from: 5, sup: 6, call_exit: 5, reply: 5, stop: 6, lost: 1) do
      :exit_self -> %{op: "exit_self", path: path, reason: one(@reasons)}
      :stop_self -> %{op: "stop_self", path: path, reason: one(@reasons)}
      :raise -> %{op: "raise", path: path, reason: one(["boom", "badarg", "function_clause"])}
      :bad_return -> %{op: "bad_return", path: path}
      :signal -> %{op: "signal", path: aged(path), reason: one(["kill" | @reasons])}
      :from -> %{op: "signal", path: from(path, paths), reason: one(@reasons), from: some_of(paths, [:worker]).path}
      :sup -> %{op: "signal", path: nested(paths, path), reason: one(["kill", "kill", "boom", "shutdown", "normal"])}
      :call_exit -> %{op: "call_exit", path: path, reason: one(@reasons)}
      :reply -> %{op: "call_stop_reply", path: path, reason: one(@reasons)}
      :lost -> %{op: "get_count", path: nested(paths, path)}
      :stop -> %{op: "stop", path: nested(paths, path), reason: one(["normal", "shutdown", "boom"])}
    end
  end

  # A signal from a child to its own supervisor looks like its death.
  defp from(path, paths), do: if(theme() == :plain and chance(15), do: nested(paths, path), else: path)

  defp aged(path), do: if(chance(12), do: "#{path}@#{pick_between(1, 3)}", else: path)

  # Mostly not the root, so that something is left to look at.
  defp nested(paths, otherwise) do
    case some_of(Enum.drop(paths, 1), [:static, :dynamic, :simple]) do
      %{kind: kind, path: path} when kind != :worker -> path
      _ -> if chance(20), do: "root", else: otherwise
    end
  end

  # What is meant for a worker and goes to a supervisor, and the other way round.
  defp stray(paths) do
    worker = some_of(paths, [:worker]) || hd(paths)
    sup = nested(paths, "root")

    case pick(told: 60, asked: 20, worker: 20) do
      :told -> Map.put(one([%{op: "exit_self", reason: "boom"}, %{op: "stop_self", reason: "normal"}, %{op: "raise", reason: "badarg"}, %{op: "bad_return"}, %{op: "send", n: 2}, %{op: "sleep", ms: 3}]), :path, sup)
      :asked -> one([%{op: "call_exit", path: sup, reason: "boom"}, %{op: "call_stop_reply", path: sup, reason: "boom"}, %{op: "monitor", a: sup, b: worker.path}])
      :worker -> Map.put(one([%{op: "which_children"}, %{op: "count_children"}, %{op: "terminate_child", id: "w0"}, %{op: "restart_child", id: "w0"}, %{op: "delete_child", id: "w0"}]), :sup, worker.path)
    end
  end

  # ---- requests ----

  defp admin(paths) do
    sup = some_of(paths, [:static, :static, :dynamic, :simple])
    id = child_id(paths, sup)

    case {sup.kind, pick(terminate: 45, restart: 30, delete: 25)} do
      {:worker, _} -> []
      {:dynamic, kind} when kind != :terminate -> if(chance(6), do: [%{op: "#{kind}_child", sup: sup.path, id: id}], else: [%{op: "terminate_child", sup: sup.path, id: id}])
      {kind, :terminate} when kind != :static -> [%{op: "terminate_child", sup: sup.path, id: id} |> maybe(chance(20), :by_id, fn -> true end)]
      {_, kind} -> [%{op: "#{kind}_child", sup: sup.path, id: id}]
    end
  end

  defp child_id(paths, sup) do
    below = for %{path: path} <- paths, Path.dirname(path) == sup.path, do: Path.basename(path)
    if below == [] or chance(5), do: "nobody", else: one(below)
  end

  def ask(paths) do
    %{path: sup} = some_of(paths, [:static, :dynamic, :simple])

    case {pick(which: 45, count: 35, whereis: 20), Process.get(:names)} do
      {:count, _} -> %{op: "count_children", sup: sup}
      {:whereis, [_ | _] = names} -> %{op: "whereis", name: one(names)}
      {:whereis, _} -> if(chance(10), do: %{op: "whereis", name: "nobody_#{Process.get(:seed)}"}, else: %{op: "which_children", sup: sup})
      _ -> %{op: "which_children", sup: sup}
    end
  end

  defp work(paths) do
    case some_of(paths, [:worker]) do
      nil -> []
      %{path: path} -> [one([%{op: "send", path: path, n: pick_between(1, 4)}, batch(path)]), %{op: "get_count", path: path}]
    end
  end

  defp batch(path) do
    mails = for _ <- 1..pick_between(1, 4), do: if(chance(75), do: "work", else: %{one(["exit_self", "stop_self"]) => one(["boom", "normal", "shutdown"])})
    %{op: "batch", path: path, messages: mails}
  end

  # What is answered before the next begins, and one fault at the end.
  defp several(paths) do
    asks = for _ <- 1..pick_between(1, 3), do: one([ask(paths) | on_worker(paths, &%{op: "get_count", path: &1}, false)])
    work = on_worker(paths, &%{op: "sequence", ops: [%{op: "send", path: &1, n: 3}, %{op: "get_count", path: &1}]}, false)
    [%{op: "sequence", ops: asks ++ one([fault(paths), work])}]
  end

  # ---- ties ----

  defp tie(paths) do
    case {theme(), some_of(paths, [:worker]), one(paths)} do
      {_, nil, _} -> []
      {:links, a, _} -> link(paths, a)
      {:plain, %{node: %{restart: _}} = a, _} -> if(chance(6), do: orphan(a), else: watch(a, one(paths)))
      {_, a, b} -> watch(a, b)
    end
  end

  defp watch(a, b), do: [%{op: pick(%{"monitor" => 80, "demonitor" => 20}), a: a.path, b: aged(b.path)}]

  # A child without link: its supervisor does not see it end.
  defp orphan(%{path: path}), do: if(path == "root", do: [], else: [%{op: "unlink", a: path, b: Path.dirname(path)}])

  # Two who trap exits, or two siblings whose supervisor restarts each alone: else a death races
  # with a stop.
  defp link(paths, a) do
    fit =
      for %{kind: :worker} = b <- paths,
          a.node[:trap_exit] && b.node[:trap_exit] || (alone?(paths, a) and Path.dirname(a.path) == Path.dirname(b.path)),
          do: b

    if fit == [], do: [], else: [%{op: pick(%{"link" => 85, "unlink" => 15}), a: a.path, b: one(fit).path}]
  end

  def alone?(paths, a) do
    dir = Path.dirname(a.path)
    Enum.any?(paths, &(&1.path == dir and &1.node[:strategy] in ["one_for_one", "dynamic", "simple_one_for_one"]))
  end

  # ---- new children ----

  def grow(paths, n) do
    sup = some_of(paths, [:static, :dynamic, :dynamic, :simple, :simple])
    taken = for %{path: path, kind: :worker} <- paths, Path.dirname(path) == sup.path, do: Path.basename(path)
    grow(sup, if(sup.kind == :static and taken != [] and chance(15), do: one(taken), else: "d#{n}"), paths)
  end

  defp grow(%{kind: :simple, path: path, node: node}, id, paths),
    do: {[%{op: "start_child", sup: path, id: id}], paths ++ [%{path: "#{path}/#{id}", kind: :worker, node: node.template}]}

  defp grow(%{kind: :worker}, _, paths), do: {[], paths}

  defp grow(%{path: path} = sup, id, paths) do
    depth = length(String.split(path, "/"))

    spec =
      if depth < 3 and chance(15) and String.starts_with?(id, "d"),
        do: id |> Trees.supervisor(4) |> Map.put(:strategy, "one_for_one") |> Map.drop([:template, :max_children, :auto_shutdown]) |> Map.put(:children, [Trees.worker("w0")]),
        else: id |> Trees.worker() |> Trees.significant(sup.node[:auto_shutdown])

    spec = if theme() == :invalid and chance(35), do: Trees.refused(spec), else: spec
    {[%{op: "start_child", sup: path, spec: spec}], paths ++ Trees.paths(spec, "#{path}/#{id}")}
  end

  # ---- choice ----

  def some_of(paths, kinds) do
    kind = one(kinds)

    case Enum.filter(paths, &(&1.kind == kind)) do
      [] -> if kind == :worker, do: nil, else: List.first(paths)
      fit -> one(fit)
    end
  end
end
