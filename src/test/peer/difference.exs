# Compares two traces of each scenario: the BEAM's and ours.
# usage: elixir -r json.exs difference.exs DIR BEAM.jsonl OURS.jsonl
# Prints a line for each scenario that differs: its file, then the first difference.
#
# Compared are, step by step: the result; the events as a multiset, with their reasons; and the order
# - of all starts of one path, and of all that one incarnation does but for what it hears;
# - of all that befalls a supervisor with fixed children and those children (a family).
# The second is left out where families do not act one after the other: in scenarios with links,
# with a continue plan or with a signal from a child to its supervisor, in steps that do things at
# the same time, and in steps in which a supervisor is killed or crashes. What a worker hears
# (exit_msg, down) in the step in which it ends is left out altogether: it may end before it hears.
# So is whether a process that fails to start ends before or after its starter hears of it.

defmodule Peer.Difference do
  @heard ["exit_msg", "down"]
  @starts ["start", "restart", "start_failed", "start_ignored"]

  def first(scenario, beam, ours) do
    families = if one_by_one?(scenario), do: families(scenario["tree"], scenario["tree"]["id"]), else: []

    steps =
      [scenario["steps"], beam["steps"], ours["steps"]]
      |> Enum.zip()
      |> Enum.with_index(1)
      |> Enum.find_value(fn {{step, beam, ours}, n} ->
        families = if step["op"] == "parallel", do: [], else: families
        with text when text != nil <- step(families, beam, ours), do: "step #{n} #{Peer.Json.write(step)}: #{text}"
      end)

    cond do
      steps -> steps
      length(beam["steps"]) != length(ours["steps"]) -> "#{length(ours["steps"])} steps here, #{length(beam["steps"])} there"
      beam["final_alive"] != ours["final_alive"] -> "alive at the end: #{inspect(ours["final_alive"])}, BEAM #{inspect(beam["final_alive"])}"
      true -> nil
    end
  end

  defp one_by_one?(scenario) do
    text = scenario |> Peer.Json.write() |> IO.iodata_to_binary()
    to_supervisor? = Enum.any?(scenario["steps"], &(&1["from"] != nil and &1["path"] in Process.get(:supervisors)))
    not (to_supervisor? or text =~ ~r/"op":"(un)?link"/ or text =~ ~s("continue":))
  end

  defp families(%{"children" => children}, path),
    do: [path | Enum.flat_map(children, &families(&1, path <> "/" <> &1["id"]))]

  defp families(_, _), do: []

  defp step(families, beam, ours) do
    gone = for e <- beam["events"] ++ ours["events"], e["ev"] == "exit", into: MapSet.new(), do: {e["path"], e["inc"]}
    [beam_events, our_events] = for side <- [beam, ours], do: Enum.reject(side["events"], &(&1["ev"] in @heard and {&1["path"], &1["inc"]} in gone))

    cond do
      beam["result"] != ours["result"] -> "result #{json(ours["result"])}, BEAM #{json(beam["result"])}"
      our_events -- beam_events != [] -> "only here: #{json(hd(our_events -- beam_events))}"
      beam_events -- our_events != [] -> "only on the BEAM: #{json(hd(beam_events -- our_events))}"
      true -> order(families, beam_events, our_events)
    end
  end

  defp order(families, beam, ours) do
    abrupt? = Enum.any?(beam, &(&1["ev"] == "exit" and &1["path"] in Process.get(:supervisors) and abrupt?(&1["reason"])))
    told = Enum.reject(beam, &(&1["ev"] in @heard))
    failed = for e <- told, e["ev"] == "start_failed", into: MapSet.new(), do: {e["path"], e["reason"]}
    open? = &(&1["ev"] in @heard or (&1["ev"] == "exit" and {&1["path"], &1["reason"]} in failed))

    groups =
      (for(e <- told, do: &(&1["path"] == e["path"] and &1["ev"] in @starts)) ++
         for(e <- told, do: &(&1["path"] == e["path"] and &1["inc"] == e["inc"] and &1["inc"] != nil and &1["ev"] not in @heard)) ++
         if(abrupt?, do: [], else: for(f <- families, do: &((&1["path"] == f or Path.dirname(&1["path"]) == f) and not open?.(&1)))))

    Enum.find_value(groups, fn group ->
      [there, here] = for side <- [beam, ours], do: Enum.filter(side, group)
      if there != here, do: "order here: #{brief(here)}; BEAM: #{brief(there)}"
    end)
  end

  defp abrupt?("killed"), do: true
  defp abrupt?(reason), do: is_list(reason) and List.last(reason) == "$stack"

  defp brief(events), do: Enum.map_join(events, ", ", &"#{&1["ev"]} #{&1["path"]} #{&1["inc"] || &1["attempt"]}")
  defp json(value), do: value |> Peer.Json.write() |> IO.iodata_to_binary()

  def supervisors(%{"type" => "supervisor"} = node, path),
    do: [path | Enum.flat_map(node["children"] || [], &supervisors(&1, path <> "/" <> &1["id"]))]

  def supervisors(_, _), do: []

  def supervisors(scenario) do
    started = for %{"op" => "start_child", "sup" => sup, "spec" => %{"type" => "supervisor", "id" => id}} <- scenario["steps"], do: sup <> "/" <> id
    supervisors(scenario["tree"], scenario["tree"]["id"]) ++ started
  end
end

[dir, beam, ours] = System.argv()
read = fn file -> for line <- File.stream!(file), trace = Peer.Json.parse!(line), into: %{}, do: {trace["id"], trace} end
beam = read.(beam)
ours = read.(ours)

for {id, there} <- Enum.sort(beam) do
  file = Path.join(dir, id <> ".json")
  scenario = Peer.Json.read!(file)
  Process.put(:supervisors, Peer.Difference.supervisors(scenario))

  text =
    case ours[id] do
      nil -> "no trace of ours"
      here -> Peer.Difference.first(scenario, there, here)
    end

  if text, do: IO.puts([file, "\n    ", text])
end
