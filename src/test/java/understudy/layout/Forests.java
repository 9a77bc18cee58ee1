package understudy.layout;

import java.util.List;
import understudy.event.Pid;
import understudy.graph.Story;

/// Systems to lay out.
final class Forests {
  private Forests() {}

  /// One supervisor with some workers.
  static Story family(int workers) {
    Story story = new Story();
    Pid top = story.root("top");
    workers(story, top, workers);
    return story;
  }

  /// A small chat: two workers at the top, three rooms, and a supervisor with users.
  static Story chat(int users) {
    Story story = new Story();
    Pid top = story.root("chat");
    story.worker(top, "registry");
    story.worker(top, "presence");
    Pid rooms = story.supervisor(top, "rooms");
    for (String name : List.of("lobby", "garden", "attic")) {
      workers(story, story.supervisor(rooms, name), 2);
    }
    workers(story, story.supervisor(top, "users"), users);
    return story;
  }

  /// Many supervisors with so many workers each.
  static Story wide(int supervisors, int workers) {
    Story story = new Story();
    Pid top = story.root("top");
    for (int i = 0; i < supervisors; i++) {
      workers(story, story.supervisor(top, "s" + i), workers);
    }
    return story;
  }

  static void workers(Story story, Pid supervisor, int count) {
    for (int i = 0; i < count; i++) {
      story.worker(supervisor, "w" + i);
    }
  }
}
