defmodule Peer.Json do
  @moduledoc "JSON as scenario files use it: whole numbers only, `null` is `nil`."

  def read!(path) do
    {value, rest} = path |> File.read!() |> space() |> value()

    case space(rest) do
      "" -> value
      more -> raise "#{path}: expected the end, got #{inspect(String.slice(more, 0, 20))}"
    end
  end

  def parse!(text) do
    {value, _} = text |> space() |> value()
    value
  end

  def write(nil), do: "null"
  def write(true), do: "true"
  def write(false), do: "false"
  def write(text) when is_binary(text), do: [?", text |> String.to_charlist() |> Enum.map(&escape/1), ?"]
  def write(atom) when is_atom(atom), do: write(Atom.to_string(atom))
  def write(number) when is_integer(number), do: Integer.to_string(number)
  def write(list) when is_list(list), do: [?[, list |> Enum.map(&write/1) |> Enum.intersperse(?,), ?]]

  def write(%{} = map) do
    fields = for {name, value} <- Enum.sort(map), do: [write(to_string(name)), ?:, write(value)]
    [?{, Enum.intersperse(fields, ?,), ?}]
  end

  defp escape(?"), do: "\\\""
  defp escape(?\\), do: "\\\\"
  defp escape(c) when c < 32, do: "\\u" <> String.pad_leading(Integer.to_string(c, 16), 4, "0")
  defp escape(c), do: <<c::utf8>>

  defp space(<<c, rest::binary>>) when c in ' \t\r\n', do: space(rest)
  defp space(text), do: text

  defp value("null" <> rest), do: {nil, rest}
  defp value("true" <> rest), do: {true, rest}
  defp value("false" <> rest), do: {false, rest}
  defp value("\"" <> rest), do: text(rest, [])
  defp value("[" <> rest), do: items(space(rest), [])
  defp value("{" <> rest), do: fields(space(rest), %{})

  defp value(text) do
    {number, rest} = Integer.parse(text)
    {number, rest}
  end

  defp items("]" <> rest, items), do: {Enum.reverse(items), rest}
  defp items("," <> rest, items), do: items(space(rest), items)

  defp items(text, items) do
    {item, rest} = value(text)
    items(space(rest), [item | items])
  end

  defp fields("}" <> rest, fields), do: {fields, rest}
  defp fields("," <> rest, fields), do: fields(space(rest), fields)

  defp fields("\"" <> rest, fields) do
    {name, rest} = text(rest, [])
    ":" <> rest = space(rest)
    {value, rest} = rest |> space() |> value()
    fields(space(rest), Map.put(fields, name, value))
  end

  defp text("\"" <> rest, parts), do: {parts |> Enum.reverse() |> IO.iodata_to_binary(), rest}
  defp text("\\n" <> rest, parts), do: text(rest, ["\n" | parts])
  defp text("\\t" <> rest, parts), do: text(rest, ["\t" | parts])

  defp text(<<"\\u", hex::binary-size(4), rest::binary>>, parts),
    do: text(rest, [<<String.to_integer(hex, 16)::utf8>> | parts])

  defp text(<<"\\", c, rest::binary>>, parts), do: text(rest, [<<c>> | parts])
  defp text(<<c::utf8, rest::binary>>, parts), do: text(rest, [<<c::utf8>> | parts])
end
