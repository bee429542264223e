/* Nothing but the headers: they must be C on their own. */
#include "copydesk_json.h"
#include "copydesk_memory.h"
#include "copydesk_plugin.h"
#include "copydesk_stamp.h"
