package org.bourse.exchange.fix;

/**
 * What came of a UserRequest(BE).
 *
 * @param status UserStatus(926)
 * @param text UserStatusText(927)
 */
record UserOutcome(char status, String text) {
  static final UserOutcome LOGGED_IN = new UserOutcome('1', "Logged in");
  static final UserOutcome NOT_LOGGED_IN = new UserOutcome('2', "Not logged in");
  static final UserOutcome NOT_RECOGNISED = new UserOutcome('3', "User not recognised");
  static final UserOutcome WRONG_PASSWORD = new UserOutcome('4', "Password incorrect");
  static final UserOutcome CHANGED = new UserOutcome('5', "Password changed");
  static final UserOutcome BY_LOGON_ONLY = other("Users log on and off with their session");
  static final UserOutcome NOT_ONES_OWN = other("A user may change its own password only");
  static final UserOutcome NO_NEW_PASSWORD = other("NewPassword(925) is missing");
  static final UserOutcome UNKNOWN_TYPE = other("UserRequestType(924) must be 3 or 4");
  static final UserOutcome TOO_MANY = other("Too many wrong passwords; try again later");

  /** One that has no status of its own. */
  static UserOutcome other(String text) {
    return new UserOutcome('6', text);
  }

  /** As a command tells it. */
  String detail() {
    return status + text;
  }
}
