package understudy.runtime;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Optional;

/// Whether messages are values (MSG-11): on the BEAM the receiver never sees what the sender
/// changes later, as messages are copied. Here they are shared, so what can be changed is refused.
///
/// Looked at once for each class: a class is mutable if it is an array, if it or a superclass has
/// an instance field that is not final, or if a field's declared type is such a class. What a field
/// of an open type such as `List` or `Object` holds is not looked at; `List.copyOf` in the record's
/// constructor sees to that.
final class Values {
  private static final int DEEPEST = 4;

  private static final ClassValue<Optional<String>> OBJECTION =
      new ClassValue<>() {
        @Override
        protected Optional<String> computeValue(Class<?> type) {
          return objection(type, DEEPEST);
        }
      };

  private Values() {}

  /// Refuses a message that somebody could change.
  ///
  /// @throws IllegalArgumentException that says why, and what to send instead
  static void require(Object message) {
    Optional<String> objection = OBJECTION.get(message.getClass());
    if (objection.isPresent()) {
      throw new IllegalArgumentException(
          "a message must be a value that nobody can change (MSG-11), got a %s: %s; send a record of values, or a copy by List.copyOf or Map.copyOf"
              .formatted(message.getClass().getSimpleName(), objection.get()));
    }
  }

  private static Optional<String> objection(Class<?> type, int depth) {
    if (type.isArray()) {
      return Optional.of("an array's elements can be set");
    }
    if (depth == 0 || isTrusted(type)) {
      return Optional.empty();
    }
    for (Class<?> at = type; at != null && at != Object.class; at = at.getSuperclass()) {
      for (Field field : at.getDeclaredFields()) {
        var wrong = objection(field, depth);
        if (wrong.isPresent()) {
          return wrong;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<String> objection(Field field, int depth) {
    if (Modifier.isStatic(field.getModifiers())) {
      return Optional.empty();
    }
    if (!Modifier.isFinal(field.getModifiers())) {
      return Optional.of("its field '%s' can be set".formatted(field.getName()));
    }
    return objection(field.getType(), depth - 1)
        .map(inner ->
            "its field '%s' holds a %s: %s"
                .formatted(field.getName(), field.getType().getSimpleName(), inner));
  }

  /// Types whose fields say nothing: those that Java promises to be values, code (a lambda runs in
  /// the receiver and is the sender's own business), and open types.
  private static boolean isTrusted(Class<?> type) {
    String name = type.getName();
    return type.isPrimitive()
        || type.isEnum()
        || type.isInterface()
        || type.isHidden()
        || Throwable.class.isAssignableFrom(type)
        || (name.startsWith("java.lang.") && !CharSequence.class.isAssignableFrom(type))
        || type == String.class
        || name.startsWith("java.math.")
        || name.startsWith("java.time.")
        || name.startsWith("java.util.ImmutableCollections")
        || name.startsWith("java.util.Collections$")
        || name.equals("java.util.UUID")
        || name.startsWith("java.util.Optional")
        || name.equals("java.net.URI")
        || name.equals("java.util.regex.Pattern");
  }
}
