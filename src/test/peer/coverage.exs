# Counts what the scenarios of a folder hold: in how many of them, and how often.
# usage: elixir -r json.exs coverage.exs DIR

defmodule Peer.Coverage do
  def of(scenario) do
    theme = Regex.run(~r/\((\w+)\)/, scenario["title"] || "", capture: :all_but_first)
    ["theme #{theme}"] ++ tree_node(scenario["tree"]) ++ Enum.flat_map(scenario["steps"], &step/1)
  end

  defp tree_node(node) do
    kind = if node["type"] == "supervisor", do: node["strategy"], else: "worker"
    fields = for {name, value} <- node, name not in ["id", "type", "strategy", "children", "template"], do: said(name, value)
    below = (node["children"] || []) ++ List.wrap(node["template"])
    inits = for entry <- node["init"] || [], do: init(entry)
    ["node #{kind}"] ++ fields ++ inits ++ Enum.flat_map(below, &tree_node/1)
  end

  defp said(name, value) when name in ["intensity", "max_children"] and value < 0, do: "refused #{name}"
  defp said("period", value) when value < 1, do: "refused period"
  defp said("shutdown", value) when is_integer(value) and value < 0, do: "refused shutdown"
  defp said(name, value) when name in ["restart", "auto_shutdown"], do: "#{name} #{value}"
  defp said("shutdown", value), do: "shutdown #{if is_integer(value), do: "in time", else: value}"
  defp said(name, _), do: name

  defp init(entry) when is_binary(entry), do: "init #{entry}"
  defp init(entry), do: "init #{entry |> Map.keys() |> List.first()}"

  defp step(%{"op" => op} = step) do
    aged = if Enum.any?(["path", "a", "b"], &(to_string(step[&1]) =~ "@")), do: ["an incarnation by number"], else: []
    inner = (step["ops"] || []) ++ List.wrap(step["of"])
    spec = if step["spec"], do: tree_node(step["spec"]), else: []
    variant = if step["from"], do: " from a worker", else: ""
    ["op #{op}#{variant}"] ++ aged ++ spec ++ Enum.flat_map(inner, &step/1) ++ for(entry <- step["init"] || [], do: init(entry))
  end
end

[dir] = System.argv()
each = for file <- Path.wildcard(Path.join(dir, "*.json")), do: file |> Peer.Json.read!() |> Peer.Coverage.of()
scenarios = each |> Enum.flat_map(&Enum.uniq/1) |> Enum.frequencies()
times = each |> List.flatten() |> Enum.frequencies()
for {what, count} <- Enum.sort(scenarios), do: IO.puts("#{String.pad_trailing(what, 34)} in #{count} scenarios, #{times[what]} times")
