package understudy.ui;

import understudy.event.ExitReason;
import understudy.event.Pid;
import understudy.viewmodel.SmallWorld;

/// Worlds worth a picture.
final class Scenes {
  static final ExitReason DIVIDED =
      ExitReason.crash(new ExitReason.Text("ArithmeticException: / by zero"), "at Room.handle");

  private Scenes() {}

  /// A chat of twelve processes: the root, two supervisors under it, rooms, sessions.
  static SmallWorld chat(SmallWorld world) {
    var chat = world.root("chat", "one_for_one", 3, 5);
    var rooms = world.supervisor(chat, "rooms", "one_for_one", 5, 10);
    world.worker(rooms, "lobby", "room");
    world.worker(rooms, "elixir", "room");
    world.worker(rooms, "erlang", "room");
    world.worker(rooms, "random", "room");
    var sessions = world.supervisor(chat, "sessions", "one_for_all", 3, 5);
    world.worker(sessions, "ann", "session");
    world.worker(sessions, "bob", "session");
    world.worker(sessions, "carla", "session");
    world.worker(chat, "presence", "presence");
    world.worker(chat, "archive", "archive");
    world.link(world.pid("ann"), world.pid("lobby"));
    world.monitor(world.pid("presence"), world.pid("ann"));
    world.monitor(world.pid("presence"), world.pid("lobby"));
    return world;
  }

  static void talk(SmallWorld world) {
    world.send(world.pid("lobby"), 3);
    world.send(world.pid("elixir"), 41);
    world.send(world.pid("erlang"), 380);
    world.send(world.pid("ann"), 1);
    world.send(world.pid("archive"), 12);
  }

  /// Ten thousand workers under a hundred supervisors.
  static SmallWorld crowd(SmallWorld world, int supervisors, int workers) {
    var root = world.root("app", "one_for_one", 100, 5);
    Pid area = root;
    for (int s = 0; s < supervisors; s++) {
      if (s % 10 == 0) {
        area = world.supervisor(root, "area-" + s / 10, "one_for_one", 10, 5);
      }
      var pool = world.supervisor(area, "pool-" + s, "one_for_one", 10, 5);
      for (int w = 0; w < workers; w++) {
        var pid = world.worker(pool, "w" + s + "-" + w, "worker");
        int roll = (s * 31 + w * 17) % 97;
        world.fill(pid, roll < 60 ? 0 : roll < 90 ? roll - 58 : (roll - 80) * 30);
      }
    }
    return world;
  }
}
