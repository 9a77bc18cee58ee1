package understudy.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import understudy.event.ExitReason.Atom;
import understudy.event.Pid;
import understudy.event.RuntimeEvent;
import understudy.event.Stamped;
import understudy.viewmodel.CrashWay;
import understudy.viewmodel.Effect;

/// The chat in the window: each phone a process that can be crashed and slowed down.
class ChatWorldTest {
  private static final long SECOND = 1_000_000_000;

  private final HttpClient client = HttpClient.newHttpClient();
  private final ChatWorld world;
  private final List<String> refusals = new ArrayList<>();
  private final List<Stamped> seen = new ArrayList<>();

  ChatWorldTest() throws Exception {
    world = ChatWorld.start(false);
  }

  @AfterEach
  void stop() {
    world.close();
    client.shutdownNow();
  }

  /// Connects a phone and waits until its process has answered: from then on it is known to all.
  ///
  /// @return the code with which its connection ends
  private CompletableFuture<Integer> phone(String name) throws Exception {
    var end = new CompletableFuture<Integer>();
    var answered = new CompletableFuture<Boolean>();
    String address = world.situation().invitation().orElseThrow().addresses().getFirst();
    var socket =
        client
            .newWebSocketBuilder()
            .buildAsync(
                URI.create(address.replace("http:", "ws:") + "socket/websocket?name=" + name),
                new WebSocket.Listener() {
                  @Override
                  public @Nullable CompletionStage<?> onText(
                      WebSocket socket, CharSequence data, boolean last) {
                    answered.complete(true);
                    socket.request(1);
                    return null;
                  }

                  @Override
                  public @Nullable CompletionStage<?> onClose(
                      WebSocket socket, int code, String reason) {
                    end.complete(code);
                    return null;
                  }
                })
            .join();
    socket.sendText("[null,\"1\",\"phoenix\",\"heartbeat\",{}]", true).join();
    answered.get(20, TimeUnit.SECONDS);
    return end;
  }

  private void act(Effect effect) {
    world.carryOut(effect, refusals::add);
  }

  /// Lets the world go on until something is seen, or has been.
  private RuntimeEvent see(Predicate<RuntimeEvent> wanted) throws InterruptedException {
    long end = System.nanoTime() + 20 * SECOND;
    while (System.nanoTime() < end) {
      world.pass(1_000_000, seen::addAll);
      var found = seen.stream().map(Stamped::event).filter(wanted).findFirst();
      if (found.isPresent()) {
        return found.get();
      }
      LockSupport.parkNanos(1_000_000);
    }
    throw new AssertionError("not seen among " + seen);
  }

  private Pid spawned(String behaviour) throws InterruptedException {
    return ((RuntimeEvent.Spawned)
            see(event ->
                event instanceof RuntimeEvent.Spawned spawned
                    && spawned.toString().contains(behaviour)))
        .subject();
  }

  @Test
  void aPhoneIsAProcessAndItsCrashEndsItsConnectionAlone() throws Exception {
    var ada = phone("Ada");
    Pid first = spawned("Phone Ada");
    var grace = phone("Grace");
    spawned("Phone Grace");
    act(new Effect.Crash(first, new CrashWay.Raise("by hand")));
    assertThat(ada.get(20, TimeUnit.SECONDS)).isEqualTo(1011);
    see(event -> event instanceof RuntimeEvent.Exited exited && exited.subject().equals(first));
    assertThat(grace).isNotDone();
  }

  @Test
  void chaosCrashesPhonesAndNothingElse() throws Exception {
    var ada = phone("Ada");
    Pid first = spawned("Phone Ada");
    act(new Effect.Chaos(Pid.NONE, 1, 7));
    world.pass(SECOND, seen::addAll);
    assertThat(ada.get(20, TimeUnit.SECONDS)).isEqualTo(1011);
    assertThat(world.situation().troubles().chaos().orElseThrow().kills()).isEqualTo(1);
    see(event ->
        event instanceof RuntimeEvent.Exited exited
            && exited.subject().equals(first)
            && exited.reason().equals(Atom.KILLED));
    act(new Effect.EndChaos());
    assertThat(world.situation().troubles().isEmpty()).isTrue();
  }

  @Test
  void aSlowPhoneIsShownUntilItIsQuickAgain() throws Exception {
    var _ = phone("Ada");
    Pid ada = spawned("Phone Ada");
    act(new Effect.Slow(ada, 50));
    var slow = world.situation().troubles().slow().getFirst();
    assertThat(slow.name()).contains("Ada");
    assertThat(slow.millis()).isEqualTo(50);
    act(new Effect.EndSlow(slow.place()));
    assertThat(world.situation().troubles().isEmpty()).isTrue();
  }

  @Test
  void whatALiveWorldCannotDoIsSaidInALine() {
    act(new Effect.Pause());
    world.pass(1, _ -> {});
    assertThat(refusals)
        .containsExactly("the chat runs live, and time cannot be held; a lesson's time can");
  }

  @Test
  void aSecondChatFindsAPortOfItsOwn() throws Exception {
    try (var second = ChatWorld.start(false)) {
      assertThat(second.situation().invitation().orElseThrow().addresses())
          .doesNotContainAnyElementsOf(world.situation().invitation().orElseThrow().addresses());
    }
  }

  @Test
  void othersNeedACodeAndHaveAQrCodeToReadIt() throws Exception {
    assertThat(world.situation().invitation().orElseThrow().squares()).isEmpty();
    try (var hosted = ChatWorld.start(true)) {
      var invitation = hosted.situation().invitation().orElseThrow();
      assertThat(invitation.code().orElseThrow()).matches("[2-9A-Z]{6}");
      assertThat(invitation.squares()).hasSizeGreaterThan(20);
      assertThat(invitation.squares().getFirst()).startsWith("####### ").endsWith(" #######");
    }
  }
}
