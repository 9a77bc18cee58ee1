defmodule Peer.Scenes do
  @moduledoc """
  Steps in which several things happen at once, in an order that time keeps: what comes between
  two others has some 100 ms to each.
  """
  import Peer.Chance
  alias Peer.Scripts

  @long_quiet 800

  # ---- a supervisor or a worker that is busy ----

  def busy(paths), do: Enum.flat_map(1..pick_between(2, 4), fn n -> scene(n, paths) ++ looks(paths) end)

  defp looks(paths), do: if(chance(60), do: [Scripts.ask(paths)], else: [])

  defp scene(n, paths) do
    sup = one(for %{kind: :static} = sup <- paths, do: sup)
    below = for %{kind: :worker} = w <- paths, Path.dirname(w.path) == sup.path, do: w
    slow = Enum.filter(below, & &1.node[:terminate])
    [a, b] = [one(below), one(below)]
    tag = "t#{n}"

    case pick(stop_slow: 20, stop_all: 10, group: 20, slow_init: 12, retry: 20, asleep: 15, call: 8, slow_start: 8) do
      :stop_slow when slow != [] ->
        slow = one(slow)
        during(tag, %{op: "terminate_child", sup: sup.path, id: Path.basename(slow.path)}, [blow(b), %{op: "wait", ms: 60}, Scripts.ask([sup])])

      :stop_all ->
        during(tag, %{op: "stop", path: sup.path, reason: "shutdown"}, [%{op: "wait", ms: 80}, blow(b)])

      :slow_init ->
        [
          %{op: "set_init", path: a.path, init: [%{delay_ms: 300, then: one(["ok", "ignore", %{stop: "late"}])}, "ok"]},
          together([blow(a), %{op: "wait", ms: 100}, blow(b)])
        ]

      :retry ->
        failing = %{delay_ms: 120, then: %{one(["stop", "exit", "raise"]) => "not_yet"}}
        id = Path.basename(a.path)
        request = one(["which_children", "count_children", "restart_child", "delete_child", "terminate_child"])
        op = %{op: request, sup: sup.path} |> maybe(request =~ "_child" and not (request =~ "children"), :id, fn -> id end)

        [
          %{op: "set_init", path: a.path, init: List.duplicate(failing, pick_between(1, 3)) ++ ["ok"]},
          together([%{op: "exit_self", path: a.path, reason: "boom"}, %{op: "wait", ms: 60}, %{op: "async", tag: tag, of: op}]),
          %{op: "collect", tag: tag}
        ]

      :asleep ->
        end_it = one([%{op: "terminate_child", sup: sup.path, id: Path.basename(a.path)}, blow(a), %{op: "get_count", path: a.path}, %{op: "parent_exit", reason: "shutdown"}])
        [together([%{op: "sleep", path: a.path, ms: one([300, 3000])}, %{op: "wait", ms: 30}, end_it] |> awake()) | after_exit(end_it)]

      :call ->
        [
          together([
            %{op: "sleep", path: a.path, ms: 300},
            %{op: "async", tag: tag, of: one([%{op: "get_count", path: a.path}, %{op: "stop", path: a.path, reason: "normal"}])},
            one([blow(a), %{op: "signal", path: a.path, reason: "kill"}])
          ]),
          %{op: "collect", tag: tag}
        ]

      :slow_start ->
        spec = %{id: "n#{n}", restart: "permanent", init: [%{delay_ms: 300, then: one(["ok", "ignore", %{stop: "late"}])}]}
        then = one([blow(a), %{op: "signal", path: sup.path, reason: "kill"}, Scripts.ask([sup])])
        during(tag, %{op: "start_child", sup: sup.path, spec: spec}, [%{op: "wait", ms: 60}, then])

      _ ->
        [together([%{op: "exit_self", path: a.path, reason: "boom"}, %{op: "wait", ms: 100}, blow(b)])]
    end
  end

  # Nobody waits three seconds for an answer.
  defp awake([%{op: "sleep"} = nap, pause, %{op: op} = last]) when op in ["get_count", "exit_self", "stop_self", "raise"],
    do: [%{nap | ms: 300}, pause, last]

  defp awake([%{op: "sleep"} = nap, pause, %{op: "terminate_child"} = last]), do: [%{nap | ms: 300}, pause, last]
  defp awake([%{op: "sleep"} = nap, pause, %{op: "parent_exit"} = last]), do: [%{nap | ms: 300}, pause, last]
  defp awake(ops), do: Enum.map(ops, &if(&1.op == "sleep", do: %{&1 | ms: 300}, else: &1))

  defp after_exit(%{op: "parent_exit"}), do: [%{op: "start"}]
  defp after_exit(_), do: []

  defp blow(%{path: path}) do
    case pick(exit: 40, stop: 15, raise: 10, kill: 20, signal: 15) do
      :exit -> %{op: "exit_self", path: path, reason: one(["boom", "normal", "shutdown"])}
      :stop -> %{op: "stop_self", path: path, reason: one(["boom", "normal"])}
      :raise -> %{op: "raise", path: path, reason: "boom"}
      :kill -> %{op: "signal", path: path, reason: "kill"}
      :signal -> %{op: "signal", path: path, reason: one(["boom", "shutdown"])}
    end
  end

  defp during(tag, op, then), do: [together([%{op: "async", tag: tag, of: op}, %{op: "wait", ms: 60} | then]), %{op: "collect", tag: tag}]

  defp together(ops), do: %{op: "sequence", ops: ops, quiet_ms: @long_quiet}

  # ---- restarts that are forgotten ----

  def window(paths) do
    for _ <- 1..pick_between(2, 4), burst = List.flatten(for(_ <- 1..pick_between(1, 3), do: crash(paths))), step <- burst ++ [%{op: "wait", ms: 3300}], do: step
  end

  defp crash(paths) do
    case Scripts.some_of(paths, [:worker]) do
      nil -> []
      %{path: path} -> [%{op: one(["exit_self", "raise"]), path: path, reason: "boom"}]
    end
  end

  # ---- independent faults at the same time ----

  def parallel(paths), do: parallel(pick_between(3, 7), paths)
  defp parallel(0, _), do: []

  defp parallel(left, paths) do
    case pick(at_once: 50, grow: 25, ask: 15, one: 10) do
      :at_once -> [%{op: "parallel", ops: at_once(paths)} | parallel(left - 1, paths)]
      :ask -> [Scripts.ask(paths) | parallel(left - 1, paths)]
      :one -> Enum.filter(Scripts.fault(paths), &simple?/1) ++ parallel(left - 1, paths)
      :grow ->
        {steps, paths} = Scripts.grow(paths, left)
        steps ++ parallel(left - 1, paths)
    end
  end

  defp simple?(%{op: op}), do: op in ["exit_self", "stop_self", "raise", "bad_return", "call_exit", "call_stop_reply"]

  defp at_once(paths) do
    workers = for %{kind: :worker} = w <- paths, do: w

    workers
    |> some(9)
    |> Enum.reduce([], fn w, chosen -> if Enum.all?(chosen, &apart?(paths, &1, w)), do: [w | chosen], else: chosen end)
    |> Enum.take(pick_between(2, 4))
    |> Enum.map(&blow/1)
  end

  # Neither is in the group that is restarted with the other.
  defp apart?(paths, a, b), do: a.path != b.path and out_of_reach?(paths, a, b) and out_of_reach?(paths, b, a)
  defp out_of_reach?(paths, a, b), do: Scripts.alone?(paths, a) or not String.starts_with?(b.path, Path.dirname(a.path) <> "/")
end
