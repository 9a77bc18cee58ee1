package understudy.otp;

import understudy.event.Pid;

/// What a supervisor can be asked (ADM rules).
sealed interface SupervisorRequest {
  record StartChild(ChildSpec spec) implements SupervisorRequest {
    @Override
    public String toString() {
      return "start_child " + spec.id();
    }
  }

  record TerminateChild(String id) implements SupervisorRequest {
    @Override
    public String toString() {
      return "terminate_child " + id;
    }
  }

  record TerminatePid(Pid pid) implements SupervisorRequest {
    @Override
    public String toString() {
      return "terminate_child " + pid;
    }
  }

  record RestartChild(String id) implements SupervisorRequest {
    @Override
    public String toString() {
      return "restart_child " + id;
    }
  }

  record DeleteChild(String id) implements SupervisorRequest {
    @Override
    public String toString() {
      return "delete_child " + id;
    }
  }

  record WhichChildren() implements SupervisorRequest {
    @Override
    public String toString() {
      return "which_children";
    }
  }

  record CountChildren() implements SupervisorRequest {
    @Override
    public String toString() {
      return "count_children";
    }
  }
}
