package understudy.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import understudy.chat.Chat;
import understudy.chat.ChatSettings;
import understudy.chat.JoinCode;
import understudy.event.EventSink;

/// The chat alone, until somebody stops it.
@Command(
    name = "chat",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Starts the chat and prints where its page is; runs until it is stopped (Ctrl+C, SIGTERM).",
      "Only this machine can reach it, unless --host says otherwise; then users need a code."
    })
final class ChatCommand implements Callable<Integer> {
  private static final int HIGHEST_PORT = 65_535;
  private static final String NEW_CODE = "";
  private static final String CRASH = "crash ";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "where it listens; 0 for any port that is free (default: 4040)")
  private int port = ChatSettings.USUAL_PORT;

  @Option(
      names = "--host",
      paramLabel = "H",
      description =
          "the name or address where it listens (default: 127.0.0.1); 0.0.0.0 for all that this"
              + " machine has, so that a classroom reaches it")
  private String host = ChatSettings.LOOPBACK;

  @Option(
      names = "--code",
      paramLabel = "C",
      arity = "0..1",
      fallbackValue = NEW_CODE,
      description =
          "users need this code, or a new one where C is left out; without this option, a new one"
              + " where others than this machine can reach the chat")
  private @Nullable String code;

  @Option(
      names = "--commands",
      description = {
        "read commands from standard input, one a line: 'crash NAME' crashes the phone of that"
            + " name, 'crash room NAME' a room, and 'crash rooms', 'directory', 'phones' or"
            + " 'acceptor' that part of the tree"
      })
  private boolean takesCommands;

  @Override
  public Integer call() throws InterruptedException, IOException {
    if (port < 0 || port > HIGHEST_PORT) {
      throw new BadInput(
          "expected a port from 0 to %d, got %d; 0 takes any that is free"
              .formatted(HIGHEST_PORT, port));
    }
    var chat = start(ChatSettings.onThisMachine().at(host, port), EventSink.NONE);
    Runtime.getRuntime()
        .addShutdownHook(Thread.ofPlatform().name("understudy-goodbye").unstarted(chat::close));
    var out = spec.commandLine().getOut();
    chat.addresses().forEach(out::println);
    chat.code().ifPresent(needed -> out.println("code: " + needed));
    out.flush();
    if (takesCommands) {
      obey(chat);
    }
    new CountDownLatch(1).await();
    return Main.DONE;
  }

  private void obey(Chat chat) throws IOException {
    var out = spec.commandLine().getOut();
    var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      String what = line.strip();
      if (!what.startsWith(CRASH)) {
        out.println("expected 'crash NAME', got '" + what + "'");
      } else if (chat.crash(what.substring(CRASH.length()).strip()).join()) {
        out.println("crashed " + what.substring(CRASH.length()).strip());
      } else {
        out.println("nothing here is called '" + what.substring(CRASH.length()).strip() + "'");
      }
      out.flush();
    }
  }

  private Chat start(ChatSettings settings, EventSink sink) {
    boolean isNeeded = code != null || settings.isForOthers();
    String given = code == null ? NEW_CODE : code.strip();
    try {
      return Chat.start(
          settings.with(
              isNeeded
                  ? Optional.of(given.isEmpty() ? JoinCode.fresh(new SecureRandom()) : given)
                  : Optional.empty()),
          sink);
    } catch (IOException e) {
      throw new BadInput(
          "the chat cannot listen at %s, port %d: %s; choose another with --port or --host"
              .formatted(host, port, e.getMessage()));
    }
  }
}
