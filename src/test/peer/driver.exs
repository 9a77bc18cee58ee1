# Plays scenario files on the real BEAM and prints a trace a line.
# usage: elixir -r json.exs driver.exs [--slower N] [--at-once N] FILE...
#
# Every event carries a stamp from the machine's one strictly increasing counter, taken where it
# happens (deaths: by the virtual machine's own tracing), so sorting by it keeps cause before effect.
# With --slower every time in the scenario is N times as long.

defmodule Peer.Book do
  @moduledoc "Who plays which part, in one public table a scenario."

  def new(id) do
    table = :ets.new(:book, [:public, :ordered_set, write_concurrency: false])
    :ets.insert(table, [{:id, id}, {:last_activity, now()}])
    table
  end

  def now, do: :erlang.monotonic_time(:millisecond)

  def stir(table), do: :ets.insert(table, {:last_activity, now()})

  def idle_ms(table) do
    [{_, last}] = :ets.lookup(table, :last_activity)
    now() - last
  end

  def note(table, event), do: note(table, :erlang.unique_integer([:monotonic]), event)

  def note(table, stamp, event) do
    :ets.insert(table, {{:event, stamp}, event})
    stir(table)
  end

  def take(table) do
    events = :ets.match(table, {{:event, :"$1"}, :"$2"})
    for [stamp, _] <- events, do: :ets.delete(table, {:event, stamp})
    for [_, event] <- Enum.sort(events), do: event
  end

  def attempt(table, path), do: :ets.update_counter(table, {:attempts, path}, 1, {{:attempts, path}, 0})

  def attempts(table, path), do: value(table, {:attempts, path}, 0)

  def begin(table, path) do
    inc = :ets.update_counter(table, {:incs, path}, 1, {{:incs, path}, 0})
    :ets.insert(table, [{{:part, self()}, path, inc}, {{:pid, path, inc}, self()}])
    note(table, %{ev: if(inc == 1, do: "start", else: "restart"), path: path, inc: inc})
  end

  def part(table, pid) do
    case :ets.lookup(table, {:part, pid}) do
      [{_, path, inc}] -> {path, inc}
      [] -> nil
    end
  end

  def label(table, pid, otherwise) do
    case part(table, pid) do
      {path, inc} -> "#{path}@#{inc}"
      nil -> otherwise
    end
  end

  def find(table, path, inc \\ nil), do: value(table, {:pid, path, inc || value(table, {:incs, path}, 0)}, nil)

  def everybody(table), do: for([pid] <- :ets.match(table, {{:part, :"$1"}, :_, :_}), do: pid)

  def alive(table), do: Enum.filter(everybody(table), &Process.alive?/1)

  def value(table, key, otherwise) do
    case :ets.lookup(table, key) do
      [{_, value}] -> value
      [] -> otherwise
    end
  end
end

defmodule Peer.Term do
  @moduledoc "Terms as scenario files write them."

  def read(text) when is_binary(text), do: String.to_atom(text)
  def read(list) when is_list(list), do: list |> Enum.map(&read/1) |> List.to_tuple()
  def read(other), do: other

  def write(book, {reason, [{m, f, a, l} | _]}) when is_atom(m) and is_atom(f) and is_list(l) and (is_integer(a) or is_list(a)),
    do: [write(book, reason), "$stack"]

  def write(_, {:start_spec, _}), do: ["start_spec", "$detail"]
  def write(book, tuple) when is_tuple(tuple), do: tuple |> Tuple.to_list() |> Enum.map(&write(book, &1))
  def write(_, atom) when is_boolean(atom) or atom == nil, do: Atom.to_string(atom)
  def write(_, atom) when is_atom(atom), do: Atom.to_string(atom)
  def write(_, number) when is_integer(number), do: number
  def write(book, pid) when is_pid(pid), do: "pid:" <> Peer.Book.label(book, pid, "?")
  def write(_, _), do: "$detail"
end

defmodule Peer.Start do
  @moduledoc "Start functions; they run in the supervisor that starts the child."
  alias Peer.{Book, Term}

  def child(book, node, parent, path_id) do
    path = if parent, do: parent <> "/" <> path_id, else: path_id
    attempt = Book.attempt(book, path)

    result =
      case node["type"] do
        "supervisor" -> supervisor(book, node, path)
        _ -> GenServer.start_link(Peer.Worker, {book, node, path, attempt}, named(node))
      end

    case result do
      {:error, reason} -> Book.note(book, %{ev: "start_failed", path: path, attempt: attempt, reason: Term.write(book, reason)})
      :ignore -> Book.note(book, %{ev: "start_ignored", path: path, attempt: attempt})
      _ -> :ok
    end

    result
  end

  def instance(book, node, parent, id), do: child(book, node, parent, id)

  def spec(book, node, parent) do
    supervisor? = node["type"] == "supervisor"

    spec = %{
      id: String.to_atom(node["id"]),
      start: {__MODULE__, :child, [book, node, parent, node["id"]]},
      restart: String.to_atom(node["restart"] || "permanent"),
      shutdown: shutdown(node["shutdown"] || if(supervisor?, do: "infinity", else: 5000)),
      type: if(supervisor?, do: :supervisor, else: :worker)
    }

    if node["significant"], do: Map.put(spec, :significant, true), else: spec
  end

  defp supervisor(book, %{"strategy" => "dynamic"} = node, path),
    do: DynamicSupervisor.start_link(Peer.Dynamic, {book, node, path}, named(node))

  defp supervisor(book, %{"name" => name} = node, path) when name != nil,
    do: :supervisor.start_link({:local, String.to_atom(name)}, Peer.Static, {book, node, path})

  defp supervisor(book, node, path), do: :supervisor.start_link(Peer.Static, {book, node, path})

  defp named(%{"name" => name}) when name != nil, do: [name: String.to_atom(name)]
  defp named(_), do: []

  defp shutdown(text) when is_binary(text), do: String.to_atom(text)
  defp shutdown(millis), do: millis
end

defmodule Peer.Static do
  @behaviour :supervisor

  def init({book, node, path}) do
    Peer.Book.begin(book, path)

    flags = %{
      strategy: String.to_atom(node["strategy"] || "one_for_one"),
      intensity: node["intensity"] || 1,
      period: node["period"] || 5,
      auto_shutdown: String.to_atom(node["auto_shutdown"] || "never")
    }

    {:ok, {flags, specs(book, node, path)}}
  end

  defp specs(book, %{"strategy" => "simple_one_for_one", "template" => template}, path) do
    spec = Peer.Start.spec(book, template, path)
    [%{spec | start: {Peer.Start, :instance, [book, template, path]}}]
  end

  defp specs(book, node, path), do: for(child <- node["children"] || [], do: Peer.Start.spec(book, child, path))
end

defmodule Peer.Dynamic do
  use DynamicSupervisor

  def init({book, node, path}) do
    Peer.Book.begin(book, path)

    DynamicSupervisor.init(
      strategy: :one_for_one,
      max_restarts: node["intensity"] || 1,
      max_seconds: node["period"] || 5,
      max_children: limit(node["max_children"])
    )
  end

  defp limit(number) when is_integer(number), do: number
  defp limit(_), do: :infinity
end

defmodule Peer.Worker do
  use GenServer
  alias Peer.{Book, Term}

  def init({book, node, path, attempt}) do
    if node["trap_exit"], do: Process.flag(:trap_exit, true)
    {plan, base} = Book.value(book, {:init, path}, {node["init"] || ["ok"], 0})
    entry = Enum.at(plan, attempt - base - 1) || List.last(plan)
    begin(entry, %{book: book, node: node, path: path, count: 0, refs: %{}})
  end

  defp begin("ok", state) do
    Book.begin(state.book, state.path)

    case state.node["continue"] do
      nil -> {:ok, state}
      plan -> {:ok, state, {:continue, plan}}
    end
  end

  defp begin("ignore", _), do: :ignore
  defp begin(%{"stop" => reason}, _), do: {:stop, Term.read(reason)}
  defp begin(%{"exit" => reason}, _), do: exit(Term.read(reason))
  defp begin(%{"raise" => reason}, _), do: :erlang.error(Term.read(reason))

  defp begin(%{"delay_ms" => millis, "then" => entry}, state) do
    Process.sleep(millis)
    begin(entry, state)
  end

  def handle_continue(%{"exit" => reason}, _), do: exit(Term.read(reason))
  def handle_continue(%{"stop" => reason}, state), do: {:stop, Term.read(reason), state}

  def handle_call(:get_count, _, state), do: {:reply, state.count, state}
  def handle_call({:exit, reason}, _, _), do: exit(reason)
  def handle_call({:stop_reply, reason}, _, state), do: {:stop, reason, "bye", state}

  def handle_call({:link, pid}, _, state) do
    result =
      try do
        Process.link(pid)
      catch
        :error, :noproc -> ["error", "noproc"]
      end

    {:reply, result, state}
  end

  def handle_call({:unlink, pid}, _, state), do: {:reply, Process.unlink(pid), state}

  def handle_call({:monitor, pid, written}, _, state) do
    refs = Map.put(state.refs, Process.monitor(pid), written)
    {:reply, "ok", %{state | refs: refs}}
  end

  def handle_call({:demonitor, written}, _, state) do
    {gone, kept} = Enum.split_with(state.refs, fn {_, of} -> of == written end)
    for {ref, _} <- gone, do: Process.demonitor(ref, [:flush])
    {:reply, "ok", %{state | refs: Map.new(kept)}}
  end

  def handle_info(:work, state), do: {:noreply, %{state | count: state.count + 1}}
  def handle_info({:exit_self, reason}, _), do: exit(reason)
  def handle_info({:stop_self, reason}, state), do: {:stop, reason, state}
  def handle_info({:raise, reason}, _), do: :erlang.error(reason)
  def handle_info(:bad_return, _), do: :oops

  def handle_info({:sleep, millis}, state) do
    Process.sleep(millis)
    {:noreply, state}
  end

  def handle_info({:signal, pid, reason}, state) do
    Process.exit(pid, reason)
    {:noreply, state}
  end

  def handle_info({:EXIT, from, reason}, state) do
    report(state, %{ev: "exit_msg", from: Book.label(state.book, from, "controller"), reason: Term.write(state.book, reason)})
    {:noreply, state}
  end

  def handle_info({:DOWN, ref, _, _, reason}, state) do
    report(state, %{ev: "down", of: state.refs[ref], reason: Term.write(state.book, reason)})
    {:noreply, %{state | refs: Map.delete(state.refs, ref)}}
  end

  def terminate(reason, state) do
    report(state, %{ev: "terminate", reason: Term.write(state.book, reason)})
    plan = state.node["terminate"] || %{}
    if plan["delay_ms"], do: Process.sleep(plan["delay_ms"])
    if Map.has_key?(plan, "exit"), do: exit(Term.read(plan["exit"]))
  end

  defp report(state, event) do
    {path, inc} = Book.part(state.book, self())
    Book.note(state.book, Map.merge(event, %{path: path, inc: inc}))
  end
end

defmodule Peer.Script do
  @moduledoc "Carries out the steps of one scenario."
  alias Peer.{Book, Term}

  @default_quiet 100
  @times ["delay_ms", "ms", "quiet_ms", "shutdown", "period"]

  def play(scenario, slower) do
    scenario = slowed(scenario, slower)
    book = Book.new(scenario["id"])
    parts = parts(scenario["tree"], scenario["tree"]["id"])
    root = scenario["tree"]["id"]
    watcher = spawn(fn -> watch(book) end)
    holder = spawn(fn -> hold(book, scenario["tree"]) end)
    :erlang.trace(holder, true, [:procs, :receive, :set_on_spawn, :strict_monotonic_timestamp, tracer: watcher])
    context = %{book: book, holder: holder, root: root, without_ids: parts, slower: slower}

    steps =
      for step <- scenario["steps"] do
        quiet = step["quiet_ms"] || scenario["quiet_ms"] || @default_quiet * slower
        result = settle(context, step, quiet)
        %{result: result, events: Book.take(book)}
      end

    alive = for pid <- Book.alive(book), do: Book.label(book, pid, "?")
    clear(book, holder, watcher)
    %{id: scenario["id"], steps: steps, final_alive: Enum.sort(alive)}
  end

  defp slowed(map, times) when is_map(map), do: Map.new(map, fn {name, value} -> {name, if(name in @times and is_integer(value) and value > 0, do: value * times, else: slowed(value, times))} end)
  defp slowed(list, times) when is_list(list), do: Enum.map(list, &slowed(&1, times))
  defp slowed(value, _), do: value

  defp clear(book, holder, watcher) do
    for pid <- [holder | Book.alive(book)], do: Process.exit(pid, :kill)
    Process.sleep(20)
    for pid <- Book.alive(book), do: Process.exit(pid, :kill)
    Process.exit(watcher, :kill)
    :ets.delete(book)
  end

  defp parts(%{"type" => "supervisor", "strategy" => strategy}, path) when strategy in ["dynamic", "simple_one_for_one"],
    do: %{path => strategy}

  defp parts(node, path) do
    for child <- node["children"] || [], reduce: %{} do
      found -> Map.merge(found, parts(child, path <> "/" <> child["id"]))
    end
  end

  # ---- beside the tree ----

  defp watch(book) do
    receive do
      {:trace_ts, pid, :exit, reason, {_, stamp}} ->
        case Book.part(book, pid) do
          nil -> Book.stir(book)
          {path, inc} -> Book.note(book, stamp, %{ev: "exit", path: path, inc: inc, reason: Term.write(book, reason)})
        end

      _ ->
        Book.stir(book)
    end

    watch(book)
  end

  defp hold(book, tree) do
    Process.flag(:trap_exit, true)
    held(book, tree)
  end

  defp held(book, tree) do
    receive do
      {:start, from, ref} -> send(from, {ref, started(book, Peer.Start.child(book, tree, nil, tree["id"]))})
      {:exit_root, pid, reason} -> Process.exit(pid, reason)
      _ -> :ok
    end

    held(book, tree)
  end

  defp started(_, {:ok, _}), do: "ok"
  defp started(_, :ignore), do: "ignore"
  defp started(book, {:error, reason}), do: ["error", Term.write(book, reason)]

  # ---- quiescence ----

  defp settle(context, step, quiet) do
    Book.stir(context.book)
    me = self()
    ref = make_ref()
    spawn(fn -> send(me, {ref, perform(context, step)}) end)

    result =
      receive do
        {^ref, result} -> result
      after
        60_000 -> "stuck"
      end

    Book.stir(context.book)
    still(context.book, quiet, Map.has_key?(step, "quiet_ms"), Book.now() + 60_000)
    result
  end

  defp still(book, quiet, plain?, deadline) do
    left = quiet - Book.idle_ms(book)

    cond do
      Book.now() > deadline -> :ok
      left > 0 -> wait_on(book, min(left, 20), quiet, plain?, deadline)
      not plain? and busy?(book) -> wait_on(book, 5, quiet, plain?, deadline)
      true -> :ok
    end
  end

  defp wait_on(book, millis, quiet, plain?, deadline) do
    Process.sleep(millis)
    still(book, quiet, plain?, deadline)
  end

  defp busy?(book) do
    Enum.any?(Book.everybody(book), fn pid ->
      case Process.info(pid, [:status, :message_queue_len]) do
        nil -> false
        info -> info[:status] in [:running, :runnable, :exiting] or info[:message_queue_len] > 0
      end
    end)
  end

  # ---- operations ----

  defp perform(c, %{"op" => op} = step), do: op(op, c, step)

  defp op("start", c, _) do
    ref = make_ref()
    send(c.holder, {:start, self(), ref})

    receive do
      {^ref, result} -> result
    end
  end

  defp op("exit_self", c, s), do: tell(c, s["path"], {:exit_self, Term.read(s["reason"])})
  defp op("stop_self", c, s), do: tell(c, s["path"], {:stop_self, Term.read(s["reason"])})
  defp op("raise", c, s), do: tell(c, s["path"], {:raise, Term.read(s["reason"])})
  defp op("bad_return", c, s), do: tell(c, s["path"], :bad_return)
  defp op("sleep", c, s), do: tell(c, s["path"], {:sleep, s["ms"]})

  defp op("signal", c, %{"from" => from} = s) when from != nil,
    do: on(c, s["path"], fn pid -> tell(c, from, {:signal, pid, Term.read(s["reason"])}) end)

  defp op("signal", c, s) do
    on(c, s["path"], fn pid ->
      Process.exit(pid, Term.read(s["reason"]))
      nil
    end)
  end

  defp op("send", c, s) do
    on(c, s["path"], fn pid ->
      for _ <- 1..s["n"]//1, do: send(pid, :work)
      nil
    end)
  end

  defp op("batch", c, s) do
    on(c, s["path"], fn pid ->
      :erlang.suspend_process(pid)
      for mail <- s["messages"], do: send(pid, mail(mail))
      :erlang.resume_process(pid)
      nil
    end)
  end

  defp op("get_count", c, s), do: ask(c, s["path"], :get_count)
  defp op("call_exit", c, s), do: ask(c, s["path"], {:exit, Term.read(s["reason"])})
  defp op("call_stop_reply", c, s), do: ask(c, s["path"], {:stop_reply, Term.read(s["reason"])})
  defp op("link", c, s), do: on(c, s["b"], fn b -> ask(c, s["a"], {:link, b}) end)
  defp op("unlink", c, s), do: on(c, s["b"], fn b -> ask(c, s["a"], {:unlink, b}) end)
  defp op("monitor", c, s), do: on(c, s["b"], fn b -> ask(c, s["a"], {:monitor, b, s["b"]}) end)
  defp op("demonitor", c, s), do: ask(c, s["a"], {:demonitor, s["b"]})

  defp op("set_init", c, s) do
    :ets.insert(c.book, {{:init, s["path"]}, {s["init"], Book.attempts(c.book, s["path"])}})
    nil
  end

  defp op("start_child", c, s) do
    on(c, s["sup"], fn sup ->
      answer =
        if s["spec"],
          do: started_child(c, sup, Peer.Start.spec(c.book, s["spec"], s["sup"])),
          else: :supervisor.start_child(sup, [s["id"]])

      case answer do
        {:ok, :undefined} -> ["ok", "undefined"]
        {:ok, _} -> "ok"
        :ignore -> "ignore"
        {:error, {reason, child}} when elem(child, 0) == :child -> ["error", Term.write(c.book, reason)]
        {:error, reason} -> ["error", Term.write(c.book, reason)]
      end
    end)
  end

  defp op("terminate_child", c, s) do
    on(c, s["sup"], fn sup ->
      case {s["by_id"] || c.without_ids[s["sup"]] == nil, Book.find(c.book, s["sup"] <> "/" <> s["id"])} do
        {true, _} -> answer(c, :supervisor.terminate_child(sup, String.to_atom(s["id"])))
        {false, nil} -> "no_process"
        {false, pid} -> answer(c, :supervisor.terminate_child(sup, pid))
      end
    end)
  end

  defp op("restart_child", c, s),
    do: on(c, s["sup"], fn sup -> answer(c, :supervisor.restart_child(sup, String.to_atom(s["id"]))) end)

  defp op("delete_child", c, s),
    do: on(c, s["sup"], fn sup -> answer(c, :supervisor.delete_child(sup, String.to_atom(s["id"]))) end)

  defp op("which_children", c, s) do
    on(c, s["sup"], fn sup ->
      Enum.sort(
        for {id, pid, type, _} <- :supervisor.which_children(sup) do
          label = if id == :undefined and is_pid(pid), do: List.last(String.split(part_path(c, pid), "/")), else: Atom.to_string(id)
          [label, if(is_pid(pid), do: "alive", else: Atom.to_string(pid)), Atom.to_string(type)]
        end
      )
    end)
  end

  defp op("count_children", c, s) do
    on(c, s["sup"], fn sup ->
      case :supervisor.count_children(sup) do
        counts when is_map(counts) -> Map.take(counts, [:specs, :active, :supervisors, :workers])
        counts -> Map.new(counts)
      end
    end)
  end

  defp op("whereis", c, s) do
    case Process.whereis(String.to_atom(s["name"])) do
      nil -> nil
      pid -> Book.label(c.book, pid, "?")
    end
  end

  defp op("stop", c, s) do
    on(c, s["path"], fn pid -> attempt(c, fn -> Atom.to_string(GenServer.stop(pid, Term.read(s["reason"]), 20_000)) end) end)
  end

  defp op("parent_exit", c, s) do
    on(c, c.root, fn pid ->
      send(c.holder, {:exit_root, pid, Term.read(s["reason"])})
      nil
    end)
  end

  defp op("wait", _, s) do
    Process.sleep(s["ms"])
    nil
  end

  defp op("sequence", c, s), do: Enum.map(s["ops"], &perform(c, &1))
  defp op("parallel", c, s), do: s["ops"] |> Enum.map(&later(c, &1)) |> Enum.map(&result/1)

  defp op("async", c, s) do
    book = c.book
    spawn(fn -> :ets.insert(book, {{:collected, s["tag"]}, {perform(c, s["of"])}}) end)
    Process.sleep(20 * c.slower)
    nil
  end

  defp op("collect", c, s) do
    case Book.value(c.book, {:collected, s["tag"]}, nil) do
      {result} ->
        result

      nil ->
        Process.sleep(1)
        op("collect", c, s)
    end
  end

  defp started_child(c, sup, spec) do
    {path, _} = Book.part(c.book, sup)
    if c.without_ids[path] == "dynamic", do: DynamicSupervisor.start_child(sup, spec), else: :supervisor.start_child(sup, spec)
  end

  defp later(c, step) do
    me = self()
    ref = make_ref()
    spawn(fn -> send(me, {ref, perform(c, step)}) end)
    ref
  end

  defp result(ref) do
    receive do
      {^ref, result} -> result
    end
  end

  defp mail("work"), do: :work
  defp mail(%{"exit_self" => reason}), do: {:exit_self, Term.read(reason)}
  defp mail(%{"stop_self" => reason}), do: {:stop_self, Term.read(reason)}

  defp part_path(c, pid) do
    {path, _} = Book.part(c.book, pid)
    path
  end

  defp answer(_, :ok), do: "ok"
  defp answer(_, {:ok, :undefined}), do: ["ok", "undefined"]
  defp answer(_, {:ok, _}), do: "ok"
  defp answer(c, {:error, reason}), do: ["error", Term.write(c.book, reason)]

  defp find(c, written) do
    case String.split(written, "@") do
      [path] ->
        pid = Book.find(c.book, path)
        if pid && Process.alive?(pid), do: pid

      [path, inc] ->
        Book.find(c.book, path, String.to_integer(inc))
    end
  end

  defp on(c, path, act) do
    case find(c, path) do
      nil -> "no_process"
      pid -> attempt(c, fn -> act.(pid) end)
    end
  end

  defp tell(c, path, message) do
    on(c, path, fn pid ->
      send(pid, message)
      nil
    end)
  end

  defp ask(c, path, request), do: on(c, path, fn pid -> attempt(c, fn -> GenServer.call(pid, request, 20_000) end) end)

  defp attempt(c, act) do
    try do
      act.()
    catch
      :exit, {reason, {module, _, _}} when module in [GenServer, :gen_server] -> ["exit", Term.write(c.book, reason)]
      :exit, reason -> ["exit", Term.write(c.book, reason)]
    end
  end
end

:logger.set_primary_config(:level, :none)

{options, files} =
  OptionParser.parse!(System.argv(), strict: [slower: :integer, at_once: :integer])

files
|> Task.async_stream(
  fn file -> file |> Peer.Json.read!() |> Peer.Script.play(options[:slower] || 1) |> Peer.Json.write() end,
  max_concurrency: options[:at_once] || 12,
  timeout: :infinity,
  ordered: true
)
|> Enum.each(fn {:ok, line} -> IO.puts(line) end)
