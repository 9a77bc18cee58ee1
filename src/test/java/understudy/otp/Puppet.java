package understudy.otp;

import understudy.event.ExitReason;
import understudy.runtime.Behaviour;
import understudy.runtime.Exit;
import understudy.runtime.Rig;
import understudy.runtime.Self;

/// A server whose callbacks do what the test hands them; its state is a number.
final class Puppet extends GenServer<Integer> {
  /// What a cast, an information or a continue has it do.
  interface Deed {
    Outcome<Integer> on(Puppet puppet, int state) throws Exception;
  }

  /// What a call has it do.
  interface Question {
    Outcome<Integer> on(Puppet puppet, From from, int state) throws Exception;
  }

  /// What it does in init.
  interface Beginning {
    Init<Integer> of(Puppet puppet) throws Exception;
  }

  /// What it does in terminate.
  interface Ending {
    void on(Puppet puppet, ExitReason reason, int state) throws Exception;
  }

  static final Beginning PLAIN = _ -> Init.ok(0);
  static final Beginning TRAPS =
      puppet -> {
        puppet.self().trapExit(true);
        return Init.ok(0);
      };
  static final Ending SILENT = (_, _, _) -> {};
  static final Ending TELLS =
      (puppet, reason, state) -> puppet.say("terminate " + reason + " at " + state);
  static final Question COUNT = (_, _, state) -> Outcome.reply(state, state);

  private final Rig rig;
  private final String label;
  private final Beginning beginning;
  private final Ending ending;

  Puppet(Rig rig, String label, Beginning beginning, Ending ending) {
    this.rig = rig;
    this.label = label;
    this.beginning = beginning;
    this.ending = ending;
  }

  static Behaviour process(Rig rig, String label, Beginning beginning, Ending ending) {
    return GenServer.process(() -> new Puppet(rig, label, beginning, ending));
  }

  /// {@return a deed that ends the server as if by itself}
  static Deed exit(ExitReason reason) {
    return (_, _) -> {
      throw new Exit(reason);
    };
  }

  /// {@return a deed that takes `millis` and adds one}
  static Deed work(long millis) {
    return (puppet, state) -> {
      puppet.self().sleep(Rig.ms(millis));
      return Outcome.noReply(state + 1);
    };
  }

  Self door() {
    return self();
  }

  void say(Object what) {
    rig.say(label + " " + what);
  }

  @Override
  protected Init<Integer> init() throws Exception {
    return beginning.of(this);
  }

  @Override
  protected Outcome<Integer> handleCall(Object request, From from, Integer state) throws Exception {
    return request instanceof Question question
        ? question.on(this, from, state)
        : super.handleCall(request, from, state);
  }

  @Override
  protected Outcome<Integer> handleCast(Object request, Integer state) throws Exception {
    return request instanceof Deed deed ? deed.on(this, state) : super.handleCast(request, state);
  }

  @Override
  protected Outcome<Integer> handleInfo(Object message, Integer state) throws Exception {
    if (message instanceof Deed deed) {
      return deed.on(this, state);
    }
    say("got " + message);
    return super.handleInfo(message, state);
  }

  @Override
  protected Outcome<Integer> handleContinue(Object with, Integer state) throws Exception {
    return ((Deed) with).on(this, state);
  }

  @Override
  protected void terminate(ExitReason reason, Integer state) throws Exception {
    ending.on(this, reason, state);
  }

  @Override
  public String name() {
    return label;
  }
}
