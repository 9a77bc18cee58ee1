package understudy.otp;

import java.util.function.Predicate;
import understudy.event.Pid;
import understudy.runtime.Behaviour;
import understudy.runtime.Self;

/// Topics that processes subscribe to, and messages that reach all subscribers: a duplicate
/// registry in which a topic is a key.
///
/// A message is sent by the publisher itself, once for each subscription (PUB-01); a process that
/// subscribed twice gets it twice (PUB-02). Whoever dies is dropped (PUB-03).
///
/// @param registry who is subscribed to what
/// @param <M> the messages
public record PubSub<M>(Registry<String, Object> registry) {
  private static final String SUBSCRIBER = "subscriber";

  /// {@return the topics under `name`; only a name, like a [Registry]}
  ///
  /// @param <M> the messages
  /// @param name the name of the supervisor
  public static <M> PubSub<M> named(String name) {
    return new PubSub<>(Registry.duplicate(name));
  }

  /// {@return the process code}
  public Behaviour process() {
    return registry.process();
  }

  /// {@return the topics as a child}
  public ChildSpec child() {
    return registry.child();
  }

  /// Has the calling process get what is published on `topic`, once more.
  ///
  /// @param self the subscriber
  /// @param topic any text
  public void subscribe(Self self, String topic) {
    registry.register(self, topic, SUBSCRIBER);
  }

  /// Ends all subscriptions of the calling process to `topic`.
  ///
  /// @param self the subscriber
  /// @param topic any text
  public void unsubscribe(Self self, String topic) {
    registry.unregister(self, topic);
  }

  /// Sends `message` to all subscribers of `topic`.
  ///
  /// @param self the publisher
  /// @param topic any text
  /// @param message a value that nobody will change
  public void broadcast(Self self, String topic, M message) {
    send(self, topic, message, _ -> true);
  }

  /// Sends `message` to all subscribers of `topic` but the calling process.
  ///
  /// @param self the publisher
  /// @param topic any text
  /// @param message a value that nobody will change
  public void broadcastFrom(Self self, String topic, M message) {
    send(self, topic, message, pid -> !pid.equals(self.pid()));
  }

  private void send(Self self, String topic, M message, Predicate<Pid> to) {
    registry.dispatch(
        self,
        topic,
        entries ->
            entries.stream()
                .map(Registry.Entry::pid)
                .filter(to)
                .forEach(pid -> self.send(pid, message)));
  }
}
