package understudy.bench.pekko;

import com.typesafe.config.ConfigFactory;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.PostStop;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/// One actor system, on which each repetition plays under a parent of its own.
final class Theatre {
  private static final long PATIENCE_SECONDS = 300;

  /// What a repetition does first, inside the actor that is the parent of all others.
  @FunctionalInterface
  interface Scene {
    void begin(ActorContext<Object> parent);
  }

  /// A repetition's parent actor; closing it waits until every actor of the repetition has stopped.
  static final class Stage implements AutoCloseable {
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch over = new CountDownLatch(1);
    private final Scene scene;
    private final CompletableFuture<ActorRef<Object>> actor = new CompletableFuture<>();
    private volatile boolean failed;

    private Stage(Scene scene) {
      this.scene = scene;
    }

    private Behavior<Object> parent() {
      return Behaviors.setup(context -> {
        actor.complete(context.getSelf());
        try {
          scene.begin(context);
        } catch (RuntimeException e) {
          failed = true;
          e.printStackTrace();
        }
        begun.countDown();
        return Behaviors.receive(Object.class)
            .onMessageEquals(over, Behaviors::stopped)
            .onSignal(
                PostStop.class,
                _ -> {
                  over.countDown();
                  return Behaviors.same();
                })
            .build();
      });
    }

    @Override
    public void close() {
      actor.join().tell(over);
      try {
        await(over);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while the actors of a repetition stop", e);
      }
    }
  }

  private final ActorSystem<Stage> system;

  /// A system whose actors take `throughput` messages a turn, or Pekko's default where it is 0.
  Theatre(int throughput) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("pekko.loglevel", "OFF");
    settings.put("pekko.stdout-loglevel", "OFF");
    settings.put("pekko.log-dead-letters", "off");
    if (throughput > 0) {
      settings.put("pekko.actor.default-dispatcher.throughput", throughput);
    }
    Behavior<Stage> guardian =
        Behaviors.receive((context, stage) -> {
          context.spawnAnonymous(stage.parent());
          return Behaviors.same();
        });
    system =
        ActorSystem.create(
            guardian, "bench", ConfigFactory.parseMap(settings).withFallback(ConfigFactory.load()));
  }

  /// Plays `scene` and waits until it has begun.
  Stage play(Scene scene) throws InterruptedException {
    Stage stage = begin(scene);
    await(stage.begun);
    if (stage.failed) {
      throw new IllegalStateException("the scene failed; its trace is above");
    }
    return stage;
  }

  /// Plays `scene`, whenever that may be.
  Stage begin(Scene scene) {
    var stage = new Stage(scene);
    system.tell(stage);
    return stage;
  }

  static void await(CountDownLatch done) throws InterruptedException {
    if (!done.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException(
          "a benchmark must end within " + PATIENCE_SECONDS + " s; it still waits for " + done);
    }
  }
}
