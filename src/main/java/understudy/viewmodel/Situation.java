package understudy.viewmodel;

import java.util.List;
import java.util.Optional;

/// What the world outside says of itself: the facts that no event carries.
///
/// `app` gives a new one to [Studio] whenever it changes.
///
/// @param source what is shown, for example `lesson chat`, `recording evening.ustudy`
/// @param live whether gestures reach running processes; false for a recording
/// @param lessons names of the lessons that can be opened
/// @param lesson the open one, empty if none
/// @param behaviours what a person may spawn
/// @param paused whether time is held
/// @param tempo how fast the world goes
/// @param recording whether events are being kept
/// @param recorded how many events are kept
/// @param savable whether there is something to save
/// @param seed the run's seed; empty if it has none
/// @param notice what to tell a person now
/// @param troubles what goes on by a person's wish
/// @param invitation how others come in, if they can
public record Situation(
    String source,
    boolean live,
    List<String> lessons,
    String lesson,
    List<String> behaviours,
    boolean paused,
    Tempo tempo,
    boolean recording,
    long recorded,
    boolean savable,
    String seed,
    Optional<Notice> notice,
    Troubles troubles,
    Optional<Invitation> invitation) {
  /// Nothing is open.
  public static final Situation NOTHING = offering(List.of());

  /// Takes copies.
  public Situation {
    lessons = List.copyOf(lessons);
    behaviours = List.copyOf(behaviours);
  }

  /// Nothing is open yet.
  ///
  /// @param lessons names of the lessons that can be opened
  public static Situation offering(List<String> lessons) {
    return new Situation(
        "", false, lessons, "", List.of(), false, 1, false, 0, false, "", Optional.empty());
  }

  /// In peace.
  ///
  /// @param source what is shown
  /// @param live whether gestures reach running processes
  /// @param lessons names of the lessons that can be opened
  /// @param lesson the open one, empty if none
  /// @param behaviours what a person may spawn
  /// @param paused whether time is held
  /// @param speed virtual seconds a real second
  /// @param recording whether events are being kept
  /// @param recorded how many events are kept
  /// @param savable whether there is something to save
  /// @param seed the run's seed; empty if it has none
  /// @param notice what to tell a person now
  public Situation(
      String source,
      boolean live,
      List<String> lessons,
      String lesson,
      List<String> behaviours,
      boolean paused,
      double speed,
      boolean recording,
      long recorded,
      boolean savable,
      String seed,
      Optional<Notice> notice) {
    this(
        source,
        live,
        lessons,
        lesson,
        behaviours,
        paused,
        new Tempo.Times(speed),
        recording,
        recorded,
        savable,
        seed,
        notice,
        Troubles.NONE,
        Optional.empty());
  }

  /// {@return virtual seconds a real second, at most}
  public double speed() {
    return tempo instanceof Tempo.Times(var factor) ? factor : 1;
  }

  /// {@return this with another notice}
  ///
  /// @param next what to tell a person now
  public Situation withNotice(Optional<Notice> next) {
    return new Situation(
        source,
        live,
        lessons,
        lesson,
        behaviours,
        paused,
        tempo,
        recording,
        recorded,
        savable,
        seed,
        next,
        troubles,
        invitation);
  }

  /// {@return this with time held or not}
  ///
  /// @param next whether time is held
  public Situation withPaused(boolean next) {
    return new Situation(
        source,
        live,
        lessons,
        lesson,
        behaviours,
        next,
        tempo,
        recording,
        recorded,
        savable,
        seed,
        notice,
        troubles,
        invitation);
  }

  /// {@return this as it is where nobody can act: at another moment than the present}
  ///
  /// @param playing whether time goes on in what is shown
  /// @param pace how fast
  public Situation elsewhere(boolean playing, Tempo pace) {
    return withPaused(!playing).withTempo(pace);
  }

  /// {@return this at another pace}
  ///
  /// @param next how fast the world goes
  public Situation withTempo(Tempo next) {
    return new Situation(
        source,
        live,
        lessons,
        lesson,
        behaviours,
        paused,
        next,
        recording,
        recorded,
        savable,
        seed,
        notice,
        troubles,
        invitation);
  }

  /// {@return this in other trouble}
  ///
  /// @param next what goes on by a person's wish
  public Situation withTroubles(Troubles next) {
    return new Situation(
        source,
        live,
        lessons,
        lesson,
        behaviours,
        paused,
        tempo,
        recording,
        recorded,
        savable,
        seed,
        notice,
        next,
        invitation);
  }

  /// {@return this with a recording begun, grown or ended}
  ///
  /// @param on whether events are being kept
  /// @param events how many are kept
  public Situation withRecording(boolean on, long events) {
    return new Situation(
        source,
        live,
        lessons,
        lesson,
        behaviours,
        paused,
        tempo,
        on,
        events,
        !on && events > 0,
        seed,
        notice,
        troubles,
        invitation);
  }
}
