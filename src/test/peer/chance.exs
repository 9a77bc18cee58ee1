defmodule Peer.Chance do
  @moduledoc "Choices from the one seeded source; what a scenario is about is kept beside it."

  def theme, do: Process.get(:theme)
  def theme?(themes), do: theme() in themes
  def chance(percent), do: :rand.uniform(100) <= percent
  def pick_between(least, most), do: least + :rand.uniform(most - least + 1) - 1
  def one(list), do: Enum.at(list, :rand.uniform(length(list)) - 1)
  def maybe(map, true, key, make), do: Map.put(map, key, make.())
  def maybe(map, _, _, _), do: map

  def pick(weights) do
    weights = Enum.sort(weights)
    total = weights |> Enum.map(&elem(&1, 1)) |> Enum.sum()

    Enum.reduce_while(weights, :rand.uniform(total), fn {value, weight}, left ->
      if left <= weight, do: {:halt, value}, else: {:cont, left - weight}
    end)
  end

  def some(list, count), do: list |> Enum.map(&{:rand.uniform(1_000_000), &1}) |> Enum.sort() |> Enum.map(&elem(&1, 1)) |> Enum.take(count)
end
