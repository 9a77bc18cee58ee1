package understudy.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import understudy.bench.chat.ChatLoad;

/// What has a table of its own, on demand: our side alone.
enum Chapter {
  /// The cost of an operation from a thousand processes to a million.
  GROWTH {
    @Override
    List<List<String>> measure(Forks forks, Effort effort)
        throws IOException, InterruptedException {
      return new Growth(forks, effort).measure();
    }
  },
  /// What being watched costs.
  WATCH {
    @Override
    List<List<String>> measure(Forks forks, Effort effort)
        throws IOException, InterruptedException {
      return new Watched(forks, effort).measure();
    }
  },
  /// Bytes allocated an operation.
  ALLOC {
    @Override
    List<List<String>> measure(Forks forks, Effort effort)
        throws IOException, InterruptedException {
      return new Allocation(forks, effort).measure();
    }
  },
  /// What a frame of the window costs, from a hundred processes to a million.
  FRAMES {
    @Override
    List<List<String>> measure(Forks forks, Effort effort)
        throws IOException, InterruptedException {
      return new Window(forks, effort).frames();
    }
  },
  /// The chat with ten thousand WebSockets, beside the same server without processes.
  CHAT {
    @Override
    List<List<String>> measure(Forks forks, Effort effort) throws IOException {
      Machine machine = Machine.fromProperties();
      List<String> java = new ArrayList<>(List.of(machine.java()));
      java.addAll(machine.javaOptions());
      java.addAll(
          List.of("-Dorg.slf4j.simpleLogger.defaultLogLevel=off", "-cp", machine.classPath()));
      return effort.quick()
          ? new ChatLoad(java, 1_000, 3_000, 50).measure()
          : new ChatLoad(java, 10_000, 10_000, 100).measure();
    }
  },
  /// What throughput the runtime loses to an open window.
  WINDOW_COST {
    @Override
    List<List<String>> measure(Forks forks, Effort effort)
        throws IOException, InterruptedException {
      return new Window(forks, effort).cost();
    }
  };

  /// {@return its table, header first}
  abstract List<List<String>> measure(Forks forks, Effort effort)
      throws IOException, InterruptedException;

  static Optional<Chapter> named(String name) {
    return Arrays.stream(values()).filter(chapter -> chapter.text().equals(name)).findFirst();
  }

  static String names() {
    return Arrays.stream(values()).map(Chapter::text).collect(Collectors.joining(" "));
  }

  private String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
