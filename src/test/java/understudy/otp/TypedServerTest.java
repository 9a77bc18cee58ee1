package understudy.otp;

import static org.assertj.core.api.Assertions.assertThat;
import static understudy.otp.TaskTest.exitOf;
import static understudy.runtime.Rig.ms;

import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import understudy.event.ExitReason.Atom;
import understudy.runtime.Rig;
import understudy.runtime.Seeded;

/// A server whose messages the compiler knows: the example of the documentation, and what does not
/// compile.
class TypedServerTest {
  /// Counts. A value that several ask for at once is given to all when it is reached.
  static final class Counter extends Server<Integer, Counter.Message> {
    /// What a counter understands.
    sealed interface Message {}

    /// Asks for the count.
    record Get() implements Message, Call<Message, Integer> {}

    /// Adds to the count.
    record Add(int amount) implements Message, Cast<Message> {}

    /// Asks for the count later on.
    record GetLater() implements Message, Call<Message, Integer> {}

    Counter() {
      super(Message.class);
    }

    @Override
    protected Init<Integer> init() {
      return Init.ok(0);
    }

    @Override
    protected Outcome<Integer> handle(Message message, Integer count) {
      return switch (message) {
        case Get get -> reply(get, count, count);
        case Add(int amount) -> Outcome.noReply(count + amount);
        case GetLater _ -> {
          self().sendAfter(ms(100), self().pid(), from());
          yield Outcome.noReply(count);
        }
      };
    }

    @Override
    protected Outcome<Integer> handleInfo(Object message, Integer count) {
      if (message instanceof From caller) {
        GenServer.reply(self(), caller, count);
      }
      return Outcome.noReply(count);
    }
  }

  @Seeded
  @DisplayName("typed: a call answers with the type that its message tells")
  void typed(Rig rig) {
    rig.run(self -> {
      ServerRef<Counter.Message> counter = Server.startLink(self, Counter::new);
      counter.cast(self, new Counter.Add(2));
      int count = counter.call(self, new Counter.Get());
      assertThat(count).isEqualTo(2);
      long before = self.nanos();
      int later = counter.call(self, new Counter.GetLater());
      assertThat(later).isEqualTo(2);
      assertThat(self.nanos() - before).isEqualTo(ms(100).toNanos());
      counter.stop(self);
      assertThat(exitOf(() -> counter.call(self, new Counter.Get())).toString())
          .startsWith("{noproc, ");
    });
  }

  @Seeded
  @DisplayName("NAM-06 typed: a server is found by its name")
  void named(Rig rig) {
    rig.run(self -> {
      GenServer.startLink(self, GenServer.process("counter", Counter::new)).pid();
      ServerRef<Counter.Message> counter = ServerRef.named("counter");
      counter.cast(self, new Counter.Add(5));
      assertThat(counter.call(self, new Counter.Get(), ms(10))).isEqualTo(5);
    });
  }

  @Seeded
  @DisplayName("GS-31 typed: what is no message of the server crashes it, as in any other")
  void foreign(Rig rig) {
    rig.run(self -> {
      var counter = GenServer.start(self, GenServer.process(Counter::new)).pid();
      assertThat(exitOf(() -> GenServer.call(self, counter, "hello")).toString())
          .contains("Counter does not understand the call hello");
      assertThat(rig.reason(counter)).isNotEqualTo(Atom.NORMAL);
    });
  }

  // ---- what the compiler says ----

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "true  | int n = counter.call(self, new Get());",
        "true  | counter.cast(self, new Add(1));",
        "false | String n = counter.call(self, new Get());",
        "false | int n = counter.call(self, new Add(1));",
        "false | counter.cast(self, new Get());",
        "false | counter.call(self, new Look());",
        "false | counter.call(self, \"get\");"
      })
  @DisplayName("typed: a wrong message or answer does not compile")
  void compiles(boolean well, String statement) throws IOException {
    var complaints =
        complaints(
            """
            package understudy.otp;
            import understudy.runtime.Self;
            class Client {
              sealed interface Message {}
              record Get() implements Message, Call<Message, Integer> {}
              record Add(int amount) implements Message, Cast<Message> {}
              sealed interface Other {}
              record Look() implements Other, Call<Other, Integer> {}
              void client(Self self, ServerRef<Message> counter) {
                %s
              }
            }
            """
                .formatted(statement));
    assertThat(complaints.isEmpty()).as("%s: %s", statement, complaints).isEqualTo(well);
  }

  @Test
  @DisplayName("typed: a forgotten message does not compile")
  void forgotten() throws IOException {
    String server =
        """
        package understudy.otp;
        class Forgetful extends Server<Integer, Forgetful.Message> {
          sealed interface Message {}
          record Get() implements Message, Call<Message, Integer> {}
          record Add(int amount) implements Message, Cast<Message> {}
          Forgetful() { super(Message.class); }
          protected Init<Integer> init() { return Init.ok(0); }
          protected Outcome<Integer> handle(Message message, Integer count) {
            return switch (message) {
              case Get get -> reply(get, %s, count);
              %s
            };
          }
        }
        """;
    String add = "case Add(int amount) -> Outcome.noReply(count + amount);";
    assertThat(complaints(server.formatted("count", add))).isEmpty();
    assertThat(complaints(server.formatted("count", ""))).hasSize(1);
    assertThat(complaints(server.formatted("\"many\"", add))).hasSize(1);
  }

  private static List<String> complaints(String source) throws IOException {
    var compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler());
    var found = new DiagnosticCollector<JavaFileObject>();
    var file =
        new SimpleJavaFileObject(
            URI.create("string:///understudy/otp/Source.java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignored) {
            return source;
          }
        };
    var options =
        List.of("-proc:none", "-cp", System.getProperty("java.class.path"), "-d", "target");
    try (var files = compiler.getStandardFileManager(found, Locale.ROOT, null)) {
      var analysis = (JavacTask) compiler.getTask(null, files, found, options, null, List.of(file));
      analysis.analyze();
    }
    return found.getDiagnostics().stream().map(one -> one.getMessage(Locale.ROOT)).toList();
  }
}
