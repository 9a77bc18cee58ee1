package understudy.bench.threads;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// A queue that one virtual thread takes from: what a process has where nobody has written a
/// runtime.
final class Mailbox {
  private static final long PATIENCE_SECONDS = 300;

  /// What a virtual thread does with its queue.
  @FunctionalInterface
  interface Body {
    void run(Mailbox own) throws InterruptedException;
  }

  private final LinkedBlockingQueue<Object> queue = new LinkedBlockingQueue<>();
  private final Thread thread;

  private Mailbox(Body body) {
    thread =
        Thread.ofVirtual()
            .unstarted(() -> {
              try {
                body.run(this);
              } catch (InterruptedException _) {
                // It was told to end.
              }
            });
  }

  /// {@return a new thread's queue}
  static Mailbox start(Body body) {
    var mailbox = new Mailbox(body);
    mailbox.thread.start();
    return mailbox;
  }

  void send(Object message) {
    queue.add(message);
  }

  Object receive() throws InterruptedException {
    return queue.take();
  }

  Optional<Object> receive(long seconds) throws InterruptedException {
    return Optional.ofNullable(queue.poll(seconds, TimeUnit.SECONDS));
  }

  /// Ends the thread and waits for that.
  static void end(Iterable<Mailbox> all) throws InterruptedException {
    all.forEach(mailbox -> mailbox.thread.interrupt());
    for (Mailbox mailbox : all) {
      mailbox.thread.join();
    }
  }

  static void await(CountDownLatch done) throws InterruptedException {
    if (!done.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException(
          "a benchmark must end within " + PATIENCE_SECONDS + " s; it still waits for " + done);
    }
  }
}
