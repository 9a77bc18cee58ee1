package understudy.export;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JsonGenerator;

/// One page that replays the run in a browser and needs nothing else.
///
/// The page allows itself its own script and its own style by their sums, and nothing more: no
/// other script runs, nothing is fetched, whatever a name in the run says. The run lies in it as
/// JSON, which the script writes out as text.
final class WebPage implements Scribe {
  private static final int MOST_EVENTS = 100_000;
  private static final int MOST_PLACES = 1_500;
  private static final Pattern HOLE = Pattern.compile("@([A-Z-]+)@");

  private final Sheets sheets;

  WebPage(Sheets sheets) {
    this.sheets = sheets;
  }

  @Override
  public void write(Prepared run) throws IOException {
    refuse(run.events() > MOST_EVENTS, Prepared.counted(run.events(), "event"), MOST_EVENTS);
    String script = resource("replay.js");
    String style = resource("replay.css");
    String title = html(run.run().heading());
    Map<String, String> texts =
        Map.of(
            "TITLE", title,
            "SCRIPT", script,
            "STYLE", style,
            "SCRIPT-HASH", sum(script),
            "STYLE-HASH", sum(style));
    String page = resource("replay.html");
    Writer out = sheets.sheet();
    Matcher hole = HOLE.matcher(page);
    int at = 0;
    while (hole.find()) {
      out.write(page.substring(at, hole.start()));
      at = hole.end();
      if (hole.group(1).equals("RUN")) {
        data(out, run);
      } else {
        out.write(texts.getOrDefault(hole.group(1), ""));
      }
    }
    out.write(page.substring(at));
  }

  private static void data(Writer out, Prepared run) throws IOException {
    var scenes = new Scenes(run);
    try (JsonGenerator json = JsonText.on(new WithinMarkup(out))) {
      scenes.write(json);
    }
    refuse(scenes.places() > MOST_PLACES, Prepared.counted(scenes.places(), "place"), MOST_PLACES);
  }

  private static void refuse(boolean tooMany, String what, int most) throws ExportRefused {
    if (tooMany) {
      throw new ExportRefused(
          ("%s are too much for a page: a browser replays %,d well; choose less with --from,"
                  + " --until, --under or --kinds")
              .formatted(what, most));
    }
  }

  private static String html(String text) {
    return Plain.line(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = WebPage.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the application lacks its own file " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
    }
  }

  private static String sum(String text) {
    try {
      byte[] sum =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(sum);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /// JSON that may stand between tags: the signs of markup, which JSON has in texts only, by their
  /// numbers.
  private static final class WithinMarkup extends FilterWriter {
    WithinMarkup(Writer out) {
      super(out);
    }

    @Override
    public void write(int c) throws IOException {
      switch (c) {
        case '<', '>', '&' -> out.write(String.format("\\u%04x", c));
        default -> out.write(c);
      }
    }

    @Override
    public void write(char[] text, int from, int length) throws IOException {
      for (int i = from; i < from + length; i++) {
        write(text[i]);
      }
    }

    @Override
    public void write(String text, int from, int length) throws IOException {
      write(text.toCharArray(), from, length);
    }
  }
}
