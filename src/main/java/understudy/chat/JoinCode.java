package understudy.chat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/// What a user must know to join, easy to read out aloud.
public final class JoinCode {
  /// No letter that is taken for another.
  private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

  private static final int LENGTH = 6;

  private JoinCode() {}

  /// {@return a new code}
  ///
  /// @param chance not to be guessed, such as a `SecureRandom`
  public static String fresh(RandomGenerator chance) {
    return chance
        .ints(LENGTH, 0, LETTERS.length())
        .mapToObj(i -> LETTERS.substring(i, i + 1))
        .collect(Collectors.joining());
  }

  /// {@return whether `said` is `code`, in whatever case; takes the same time however much of it is
  /// right}
  static boolean matches(String code, String said) {
    return MessageDigest.isEqual(bytes(code), bytes(said));
  }

  private static byte[] bytes(String text) {
    return text.strip().toUpperCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
  }
}
