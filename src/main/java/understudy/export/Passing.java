package understudy.export;

import java.util.Set;
import understudy.event.RuntimeEvent;
import understudy.event.Stamped;

/// Says which events are left after a [Filter], once everybody's place is known.
final class Passing {
  private final Filter filter;
  private final Cast cast;

  Passing(Filter filter, Cast cast) throws ExportRefused {
    this.filter = filter;
    this.cast = cast;
    if (!filter.under().isEmpty()) {
      cast.markUnder(cast.place(filter.under()));
    }
  }

  boolean passes(Stamped stamped) {
    if (!filter.holds(stamped.nanos())) {
      return false;
    }
    RuntimeEvent event = stamped.event();
    if (event instanceof RuntimeEvent.Gap) {
      return true;
    }
    Set<String> kinds = filter.kinds();
    return (kinds.isEmpty() || kinds.contains(Kind.of(event))) && concerns(event);
  }

  private boolean concerns(RuntimeEvent event) {
    return filter.under().isEmpty()
        || cast.role(event.subject()).under
        || (!Parties.other(event).isNone() && cast.role(Parties.other(event)).under);
  }
}
