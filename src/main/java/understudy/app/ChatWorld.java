package understudy.app;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Supplier;
import understudy.bus.Detail;
import understudy.bus.EventBus;
import understudy.chat.Chat;
import understudy.chat.ChatSettings;
import understudy.chat.JoinCode;
import understudy.event.ExitReason;
import understudy.event.ExitReason.Atom;
import understudy.event.ExitReason.Text;
import understudy.event.Pid;
import understudy.event.Stamped;
import understudy.export.Run;
import understudy.probe.ProcessTable;
import understudy.runtime.Vm;
import understudy.viewmodel.CrashWay;
import understudy.viewmodel.Effect;
import understudy.viewmodel.Invitation;
import understudy.viewmodel.Situation;
import understudy.viewmodel.Tempo;
import understudy.viewmodel.Troubles;
import understudy.viewmodel.Words;

/// The chat, live: whoever joins by its page is a process in the picture.
final class ChatWorld implements World {
  private static final int MESSAGES_KEPT = 1 << 18;
  private static final String EVERYWHERE = "0.0.0.0";
  private static final double NANOS = 1e9;
  private static final double MOST_OWED = 100;

  private record Chaos(Random random, double perSecond, long seed) {}

  private final EventBus bus;
  private final Chat chat;
  private final Vm vm;
  private final ProcessTable table;
  private final Invitation invitation;
  private final Queue<List<Stamped>> arrived = new ConcurrentLinkedQueue<>();
  private final Queue<Runnable> answers = new ArrayDeque<>();
  private final Journal journal = new Journal();
  private final Map<Pid, Duration> slow = new LinkedHashMap<>();
  private Optional<Chaos> chaos = Optional.empty();
  private double owed;
  private long kills;

  private ChatWorld(EventBus bus, Chat chat, Invitation invitation) {
    this.bus = bus;
    this.chat = chat;
    this.vm = chat.vm();
    this.table = vm.table();
    this.invitation = invitation;
    bus.subscribe(batch -> arrived.add(batch.events()));
  }

  /// Starts the chat on the usual port, or on any free one if that is taken.
  ///
  /// @param forOthers whether other machines can reach it, with a code
  /// @throws IOException if it cannot listen; the message says why
  static ChatWorld start(boolean forOthers) throws IOException {
    var here = ChatSettings.onThisMachine();
    var settings =
        forOthers
            ? here.at(EVERYWHERE, ChatSettings.USUAL_PORT)
                .with(Optional.of(JoinCode.fresh(new SecureRandom())))
            : here.at(ChatSettings.LOOPBACK, ChatSettings.USUAL_PORT);
    var bus = new EventBus(Detail.MESSAGES, MESSAGES_KEPT, System::currentTimeMillis);
    var chat = start(settings, bus);
    var addresses = chat.addresses();
    var squares =
        forOthers
            ? QrSquares.of(
                addresses.getFirst() + chat.code().map(code -> "#code=" + code).orElse(""))
            : List.<String>of();
    return new ChatWorld(bus, chat, new Invitation(addresses, chat.code(), squares));
  }

  /// A phone whose page is still open finds a chat that was started again at the usual port.
  private static Chat start(ChatSettings settings, EventBus bus) throws IOException {
    try {
      return Chat.start(settings, bus);
    } catch (IOException _) {
      return Chat.start(settings.at(settings.host(), 0), bus);
    }
  }

  @Override
  public void pass(long realNanos, Consumer<List<Stamped>> batches) {
    chaos.ifPresent(one -> crashSome(one, realNanos));
    bus.pump();
    for (var batch = arrived.poll(); batch != null; batch = arrived.poll()) {
      journal.take(batch);
      batches.accept(batch);
    }
    for (var answer = answers.poll(); answer != null; answer = answers.poll()) {
      answer.run();
    }
  }

  private void crashSome(Chaos one, long realNanos) {
    owed = Math.min(owed + realNanos / NANOS * one.perSecond(), MOST_OWED);
    var phones = owed < 1 ? List.<Pid>of() : chat.phones();
    for (; owed >= 1 && !phones.isEmpty(); owed--) {
      vm.exit(phones.get(one.random().nextInt(phones.size())), Atom.KILL);
      kills++;
    }
  }

  @Override
  public void carryOut(Effect effect, Consumer<String> refuse) {
    switch (effect) {
      case Effect.Crash(var pid, var way) -> vm.exit(pid, reason(way));
      case Effect.CrashTree(var pid) ->
          vm.exit(pid, Atom.KILL); // Its links take all under it along.
      case Effect.Stop(var pid) -> vm.exit(pid, Atom.SHUTDOWN);
      case Effect.Suspend(var pid) -> vm.suspend(pid, true);
      case Effect.Resume(var pid) -> vm.suspend(pid, false);
      case Effect.Send(var to, var message) -> vm.send(to, message);
      case Effect.Slow(var pid, var millis) -> slow(pid, Duration.ofMillis(millis));
      case Effect.EndSlow(var place) ->
          slow.keySet().stream()
              .filter(pid -> pid.toString().equals(place))
              .findFirst()
              .ifPresent(pid -> slow(pid, Duration.ZERO));
      case Effect.Chaos(_, var perSecond, var seed) -> {
        chaos = Optional.of(new Chaos(new Random(seed), perSecond, seed));
        owed = 0;
        kills = 0;
      }
      case Effect.EndChaos _ -> chaos = Optional.empty();
      case Effect.Pause _, Effect.Play _, Effect.StepOnce _, Effect.Speed _, Effect.Deliver _ ->
          later(refuse, Words.get("refused.chatTime"));
      case Effect.Spawn _ -> later(refuse, Words.get("refused.chatSpawn"));
      case Effect.Load _, Effect.EndLoad _ -> later(refuse, Words.get("refused.chatTraffic"));
      case Effect.OfSession _ ->
          throw new IllegalArgumentException("the session does this itself: " + effect);
    }
  }

  private void later(Consumer<String> refuse, String line) {
    answers.add(() -> refuse.accept(line));
  }

  private static ExitReason reason(CrashWay way) {
    return switch (way) {
      case CrashWay.Raise(var message) -> new Text(message);
      case CrashWay.Exit(var reason) -> reason;
      case CrashWay.Kill _ -> Atom.KILL;
    };
  }

  private void slow(Pid pid, Duration each) {
    vm.slow(pid, each);
    if (each.isZero()) {
      slow.remove(pid);
    } else {
      slow.put(pid, each);
    }
  }

  /// Without messages, of which a chat that runs for hours has too many; a gap says how many.
  @Override
  public Supplier<Run> told() {
    var events = journal.soFar();
    return () ->
        new Run(
            "chat",
            "The chat",
            "",
            0,
            false,
            Optional.empty(),
            taker -> {
              for (Stamped event : events) {
                taker.take(event);
              }
              return 0;
            });
  }

  @Override
  public ProcessTable table() {
    return table;
  }

  @Override
  public Situation situation() {
    return new Situation(
        Words.get("source.chat"),
        true,
        Lessons.names(),
        "",
        List.of(),
        false,
        new Tempo.Times(1),
        false,
        0,
        false,
        "",
        Optional.empty(),
        troubles(),
        Optional.of(invitation));
  }

  private Troubles troubles() {
    slow.keySet().removeIf(pid -> !vm.isAlive(pid));
    return new Troubles(
        chaos.map(one ->
            new Troubles.Chaos(Words.get("chat.phones"), one.perSecond(), one.seed(), kills)),
        List.of(),
        slow.entrySet().stream()
            .map(each ->
                new Troubles.Slow(
                    each.getKey().toString(), name(each.getKey()), each.getValue().toMillis()))
            .toList());
  }

  private String name(Pid pid) {
    return table.info(pid).map(info -> info.name().orElse(info.behaviour())).orElse(pid.toString());
  }

  @Override
  public int schedulers() {
    return Runtime.getRuntime().availableProcessors();
  }

  @Override
  public void close() {
    chat.close();
    bus.close();
  }
}
