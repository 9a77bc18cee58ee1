package understudy.chat;

import java.util.List;
import java.util.Optional;
import understudy.event.ExitReason.Atom;
import understudy.event.RestartType;
import understudy.otp.AutoShutdown;
import understudy.otp.ChildSpec;
import understudy.otp.DynamicFlags;
import understudy.otp.DynamicFlags.Flavour;
import understudy.otp.GenServer;
import understudy.otp.Registry;
import understudy.otp.Strategy;
import understudy.otp.Supervisor;
import understudy.otp.SupervisorFlags;
import understudy.runtime.Behaviour;

/// Who supervises whom.
///
/// ```text
/// chat                    rest_for_one: who comes later counts on who came earlier
///   names                 a registry: rooms and their parts by name
///   rooms                 dynamic
///     lobby, ...          rest_for_one, one for each room
///       history           writes down what is said
///       room              tells it to all members; ends when nobody has come for a while
///       presence          who is there
///   directory             opens rooms on demand
///   phones                dynamic
///     Ada, ...            one for each WebSocket; temporary: a phone comes back by itself
///   acceptor              gives each socket a phone, closes those of dead phones
/// ```
final class Tree {
  static final String CHAT = "chat";
  static final String ROOMS = "rooms";
  static final String PHONES = "phones";

  /// Rooms by name with how many are there; `NAME/history` is a part of one.
  static final Registry<String, Integer> NAMES = Registry.unique("names");

  /// Why a dynamic supervisor starts no more.
  static final Atom FULL = new Atom("max_children");

  private static final int PERIOD_SECONDS = 5;
  private static final int RESTARTS = 10;
  private static final int RESTARTS_OF_ROOMS = 20;

  private Tree() {}

  static Behaviour chat(Venue venue) {
    return Supervisor.process(
        CHAT,
        SupervisorFlags.of(Strategy.REST_FOR_ONE).tolerating(RESTARTS, PERIOD_SECONDS),
        List.of(
            NAMES.child(),
            ChildSpec.supervisor(ROOMS, () -> dynamic(ROOMS, venue.limits().rooms())),
            ChildSpec.worker(
                Directory.NAME,
                () -> GenServer.process(Directory.NAME, () -> new Directory(venue))),
            ChildSpec.supervisor(PHONES, () -> dynamic(PHONES, venue.limits().web().sockets())),
            ChildSpec.worker(Acceptor.NAME, () -> Acceptor.process(venue))));
  }

  private static Behaviour dynamic(String name, int most) {
    return Supervisor.dynamic(
        name, new DynamicFlags(RESTARTS_OF_ROOMS, PERIOD_SECONDS, most, Flavour.DYNAMIC));
  }

  static ChildSpec room(Venue venue, String name) {
    var flags =
        new SupervisorFlags(
            Strategy.REST_FOR_ONE,
            RESTARTS,
            PERIOD_SECONDS,
            AutoShutdown.ANY_SIGNIFICANT,
            Optional.empty());
    return ChildSpec.supervisor(
            name,
            () ->
                Supervisor.process(
                    flags,
                    List.of(
                        ChildSpec.worker(
                            "history",
                            () ->
                                GenServer.process(
                                    NAMES.via(history(name), 0), () -> new History(venue, name))),
                        ChildSpec.worker(
                                "room",
                                () ->
                                    GenServer.process(
                                        NAMES.via(name, 0), () -> new Room(venue, name)))
                            .restarted(RestartType.TRANSIENT)
                            .asSignificant(),
                        ChildSpec.worker(
                            "presence", () -> GenServer.process(() -> new Presence(venue, name))))))
        .restarted(RestartType.TRANSIENT);
  }

  static String history(String room) {
    return room + "/history";
  }

  static ChildSpec phone(Venue venue, Port port, String id) {
    return ChildSpec.worker(id, () -> GenServer.process(() -> new Phone(venue, port, id)))
        .restarted(RestartType.TEMPORARY);
  }
}
