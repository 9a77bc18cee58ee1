package understudy.scenario;

import java.util.List;
import java.util.SequencedMap;

/// A value of a file with the place where it stands: what a token stream says, before it is known
/// what is meant.
sealed interface Written {
  /// Where it begins.
  Spot spot();

  /// How a message shows it.
  String shown();

  record Text(Spot spot, String text) implements Written {
    @Override
    public String shown() {
      return Quoted.shown(text);
    }
  }

  record Whole(Spot spot, long value) implements Written {
    @Override
    public String shown() {
      return Long.toString(value);
    }
  }

  /// A number with a fraction, or one that is too large for [Whole].
  record Decimal(Spot spot, String digits) implements Written {
    /// As near as it can be held; not a number where the digits are in a form that Java has not.
    double value() {
      try {
        return Double.parseDouble(digits);
      } catch (NumberFormatException unreadable) {
        return Double.NaN;
      }
    }

    @Override
    public String shown() {
      return Quoted.cut(digits);
    }
  }

  record Truth(Spot spot, boolean value) implements Written {
    @Override
    public String shown() {
      return Boolean.toString(value);
    }
  }

  record Null(Spot spot) implements Written {
    @Override
    public String shown() {
      return "null";
    }
  }

  record Listing(Spot spot, List<Written> items) implements Written {
    @Override
    public String shown() {
      return items.isEmpty() ? "an empty list" : "a list";
    }
  }

  /// Of a field named twice, the first stays.
  record Mapping(Spot spot, SequencedMap<String, Field> fields) implements Written {
    @Override
    public String shown() {
      return "an object";
    }
  }

  record Field(Spot nameSpot, Written value) {}
}
