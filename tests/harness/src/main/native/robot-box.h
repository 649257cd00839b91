// Layout of a robot's box: where a test and its robot meet. edgex.tests.harness.Robot has the same.
#define BOX_ROUTINE 0
#define BOX_ARGUMENTS 8
#define BOX_RESULT 64
#define BOX_MESSAGE 72
#define BOX_WAKE 168
#define BOX_DONE 176
#define BOX_TICKETS 184
#define BOX_TICKET 192
#define BOX_PROGRESS 200
#define BOX_STOP 208
#define BOX_THREAD_EXIT 216

// Numbers of message calls (abi: MessageCalls).
#define CALL_WAIT 6
#define CALL_SIGNAL 7
