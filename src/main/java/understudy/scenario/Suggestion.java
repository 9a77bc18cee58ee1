package understudy.scenario;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What to say of a word that is none of the known ones.
final class Suggestion {
  private static final int LONGEST_GUESSED = 64;

  private Suggestion() {}

  /// `unknown strategy 'x'; did you mean 'y'? expected a, b or y`.
  static String unknown(String what, String word, Collection<String> known) {
    return unknown(what, word, known, "");
  }

  /// The same, with where it stands after the word.
  static String unknown(String what, String word, Collection<String> known, String where) {
    var guess = nearest(word, known).map(near -> "did you mean '" + near + "'? ").orElse("");
    return "unknown "
        + what
        + " "
        + Quoted.shown(word)
        + where
        + "; "
        + guess
        + "expected "
        + or(known);
  }

  /// `a, b or c`.
  static String or(Collection<String> words) {
    var list = List.copyOf(words);
    return switch (list.size()) {
      case 0 -> "none";
      case 1 -> list.getFirst();
      default -> String.join(", ", list.subList(0, list.size() - 1)) + " or " + list.getLast();
    };
  }

  /// The known word that was most likely meant, if one is near.
  static Optional<String> nearest(String word, Collection<String> known) {
    if (word.length() > LONGEST_GUESSED) {
      return Optional.empty();
    }
    var plain = word.toLowerCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
    var near = plain.length() < 5 ? 1 : 2;
    return known.stream()
        .filter(candidate -> distance(plain, candidate) <= near)
        .min(Comparator.comparingInt(candidate -> distance(plain, candidate)));
  }

  /// Levenshtein's: how many letters to insert, delete or replace.
  private static int distance(String a, String b) {
    var previous = new int[b.length() + 1];
    Arrays.setAll(previous, i -> i);
    for (var i = 1; i <= a.length(); i++) {
      var row = new int[b.length() + 1];
      row[0] = i;
      for (var j = 1; j <= b.length(); j++) {
        var replaced = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, 1 + Math.min(previous[j], row[j - 1]));
      }
      previous = row;
    }
    return previous[b.length()];
  }
}
