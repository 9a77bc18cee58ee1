# Writes random scenarios, the same for the same seed.
# usage: see compare
#
# Every scenario has a theme, which decides what its tree and its script may hold. Left out is what
# the BEAM itself answers differently from run to run (see docs/otp-fidelity.md).

defmodule Peer.Generator do
  import Peer.Chance
  alias Peer.{Scenes, Scripts, Trees}

  @themes [
    plain: 36, links: 10, continue: 5, slow: 6, auto: 8,
    busy: 12, parallel: 8, window: 4, invalid: 6, names: 4, lone: 1
  ]

  def scenario(seed) do
    :rand.seed(:exsss, {seed, 77, 4711})
    theme = pick(@themes)
    for {key, value} <- [theme: theme, seed: seed, names: [], continued: false, broken: false], do: Process.put(key, value)
    tree = Trees.tree()
    id = "peer_" <> String.pad_leading(Integer.to_string(seed), 6, "0")

    %{
      schema: "otp-scenario/1",
      id: id,
      title: "random tree and script, seed #{seed} (#{theme})",
      quiet_ms: if(theme in [:slow, :busy], do: 500, else: 60),
      tree: tree,
      steps: [%{op: "start"} | steps(theme, Trees.paths(tree, tree.id))]
    }
  end

  defp steps(:busy, paths), do: Scenes.busy(paths) ++ ending(paths)
  defp steps(:window, paths), do: Scenes.window(paths)
  defp steps(:parallel, paths), do: Scenes.parallel(paths) ++ ending(paths)

  defp steps(:invalid, paths) do
    if Process.get(:broken),
      do: Scripts.ops(pick_between(1, 3), paths) ++ [%{op: "start"}],
      else: Scripts.ops(pick_between(6, 14), paths) ++ ending(paths)
  end

  defp steps(_, paths), do: Scripts.ops(pick_between(8, 20), paths) ++ ending(paths)

  defp ending(paths) do
    case pick(exit: 50, stop: 15, nothing: 23, again: 12) do
      :exit -> [exit()]
      :stop -> [%{op: "stop", path: "root", reason: pick(%{"shutdown" => 50, "normal" => 30, "boom" => 20})}]
      :nothing -> []
      :again -> [exit(), %{op: "start"} | Scripts.ops(pick_between(1, 5), paths)] ++ if(chance(50), do: [exit()], else: [])
    end
  end

  defp exit, do: %{op: "parent_exit", reason: pick(%{"shutdown" => 70, "normal" => 15, "boom" => 10, "kill" => 5})}
end

[dir, first, count] = System.argv()
first = String.to_integer(first)

for seed <- first..(first + String.to_integer(count) - 1) do
  scenario = Peer.Generator.scenario(seed)
  File.write!(Path.join(dir, scenario.id <> ".json"), [Peer.Json.write(scenario), "\n"])
end
