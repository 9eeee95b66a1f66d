package clarion.web.metrics;

import java.util.List;

/**
 * Every metric that Clarion serves: nothing else can be written into the exposition. {@code docs/metrics.md} is
 * generated from here; alert rules and dashboards are held against it.
 */
enum Metric {
    BUILD_INFO(
            "clarion_build_info", Type.GAUGE, "Always 1; the labels tell the version and the role.", "version", "role"),

    PXGRID_CONNECTED("clarion_pxgrid_connected", Type.GAUGE, "1 while the stream from ISE is open."),
    PXGRID_STATE(
            "clarion_pxgrid_state",
            Type.GAUGE,
            "1 for the state that the connection to ISE is in, 0 for the others.",
            "state"),
    PXGRID_MESSAGES("clarion_pxgrid_messages_total", Type.COUNTER, "STOMP messages since the process started."),
    PXGRID_RECONNECTS(
            "clarion_pxgrid_reconnects_total", Type.COUNTER, "Connections after the first, since the process started."),
    PXGRID_QUEUE_DEPTH("clarion_pxgrid_queue_depth", Type.GAUGE, "Events read and not yet committed."),
    PXGRID_LAG("clarion_pxgrid_lag_seconds", Type.GAUGE, "From receipt to commit of the latest batch."),
    PXGRID_STALE(
            "clarion_pxgrid_stale_seconds",
            Type.GAUGE,
            "For how long what is stored may differ from ISE; 0 while it is live and complete."),
    PXGRID_LAST_EVENT(
            "clarion_pxgrid_last_event_timestamp_seconds", Type.GAUGE, "ISE's time of the newest event (Unix time)."),
    PXGRID_LAST_RECEIVED(
            "clarion_pxgrid_last_received_timestamp_seconds",
            Type.GAUGE,
            "When anything last came from ISE, heart-beats included (Unix time)."),
    PXGRID_CERTIFICATE_NOT_AFTER(
            "clarion_pxgrid_certificate_not_after_timestamp_seconds",
            Type.GAUGE,
            "When the client certificate ends (Unix time)."),
    PXGRID_CERTIFICATE_DAYS_LEFT(
            "clarion_pxgrid_certificate_days_left",
            Type.GAUGE,
            "Days until the client certificate ends; negative once it has."),
    PXGRID_TOPIC_LIVE(
            "clarion_pxgrid_topic_live", Type.GAUGE, "1 while the topic is subscribed and complete.", "topic"),
    PXGRID_LAST_EVENT_AGE(
            "clarion_pxgrid_last_event_age_seconds", Type.GAUGE, "Since the topic's last message.", "topic"),
    PXGRID_RECEIVED(
            "clarion_pxgrid_received_total", Type.COUNTER, "Records that came, whatever became of them.", "topic"),
    PXGRID_APPLIED("clarion_pxgrid_applied_total", Type.COUNTER, "Records that changed something.", "topic"),
    PXGRID_DUPLICATES("clarion_pxgrid_duplicates_total", Type.COUNTER, "Records known already.", "topic"),
    PXGRID_SUPERSEDED("clarion_pxgrid_superseded_total", Type.COUNTER, "Records older than what is stored.", "topic"),
    PXGRID_RECOVERED(
            "clarion_pxgrid_recovered_total", Type.COUNTER, "Records asked for again to close a gap.", "topic"),
    PXGRID_QUARANTINED("clarion_pxgrid_quarantined_total", Type.COUNTER, "Messages set aside.", "topic"),
    PXGRID_OPEN_GAPS(
            "clarion_pxgrid_open_gaps",
            Type.GAUGE,
            "Times in which something may have been missed, not closed.",
            "topic"),
    PXGRID_RECONCILE_MISSING(
            "clarion_pxgrid_last_reconcile_missing",
            Type.GAUGE,
            "What the latest comparison with ISE found missing here.",
            "topic"),
    PXGRID_RECONCILE_DIFFERENT(
            "clarion_pxgrid_last_reconcile_different",
            Type.GAUGE,
            "What the latest comparison with ISE found different here.",
            "topic"),
    PXGRID_RECONCILE_AT(
            "clarion_pxgrid_last_reconcile_timestamp_seconds",
            Type.GAUGE,
            "When the latest comparison with ISE ended (Unix time).",
            "topic"),

    LEADERSHIP_LEADER(
            "clarion_leadership_leader", Type.GAUGE, "1 for the process that holds the connection to ISE.", "name"),
    LEADERSHIP_TERM(
            "clarion_leadership_term", Type.GAUGE, "Number of the term; each change of the leader begins another."),
    LEADERSHIP_SINCE("clarion_leadership_since_timestamp_seconds", Type.GAUGE, "When the term began (Unix time)."),
    LEADERSHIP_PROCESSES(
            "clarion_leadership_processes",
            Type.GAUGE,
            "Processes that can hold the connection to ISE and told so within 20 seconds: the one that leads, and those"
                    + " that stand-by.",
            "part"),

    QUEUE_OFFSET("clarion_queue_offset", Type.GAUGE, "Offset of the last entry of the stream that is stored."),
    QUEUE_ENTRIES(
            "clarion_queue_entries_total",
            Type.COUNTER,
            "Entries of the stream since the database was made: stored; repeated, written twice and stored once; refused,"
                    + " of a leader that had been replaced.",
            "outcome"),
    QUEUE_CONFIRMED(
            "clarion_queue_confirmed_total",
            Type.COUNTER,
            "Entries that the broker has confirmed to this process since it started."),
    QUEUE_PUBLISHER_UP(
            "clarion_queue_publisher_up", Type.GAUGE, "1 while the broker takes what this process delivers."),
    QUEUE_CONSUMER(
            "clarion_queue_consumer",
            Type.GAUGE,
            "1 for what this process does about storing: storing, standing_by, database_away, broker_away, too_old, off.",
            "state"),
    QUEUE_LAG(
            "clarion_queue_lag_seconds",
            Type.GAUGE,
            "Age of the entry that is stored just now; 0 at the end of the stream; only where this process stores."),

    SESSIONS_LIVE("clarion_sessions_live", Type.GAUGE, "Sessions that have not ended."),
    SESSIONS_STORED("clarion_sessions_stored", Type.GAUGE, "Sessions, live and ended."),
    DEVICES("clarion_devices", Type.GAUGE, "Devices ever seen."),
    DEVICES_ONLINE("clarion_devices_online", Type.GAUGE, "Devices with a live session."),
    USERS("clarion_users", Type.GAUGE, "Users ever seen."),
    QUARANTINED("clarion_quarantined_messages", Type.GAUGE, "Messages set aside and kept."),

    DATABASE_UP("clarion_database_up", Type.GAUGE, "1 while the database answers and has its schema."),
    DATABASE_SCHEMA("clarion_database_schema_version", Type.GAUGE, "The newest migration in the database."),
    DATABASE_SIZE("clarion_database_size_bytes", Type.GAUGE, "The database on disk, without its write-ahead log."),
    DATABASE_CONNECTIONS(
            "clarion_database_connections",
            Type.GAUGE,
            "Connections of all of Clarion's processes to PostgreSQL, by PostgreSQL's state of them.",
            "state"),
    POOL_CONNECTIONS(
            "clarion_database_pool_connections",
            Type.GAUGE,
            "Connections of this process: active (in a statement or a transaction) or idle.",
            "state"),
    POOL_WAITING("clarion_database_pool_waiting", Type.GAUGE, "Callers in this process that wait for a connection."),
    POOL_ACQUIRE(
            "clarion_database_pool_acquire_seconds",
            Type.SUMMARY,
            "How long callers waited for a connection, and how many there were."),
    POOL_FAILURES(
            "clarion_database_pool_failures_total",
            Type.COUNTER,
            "Connections that could not be had: the pool was exhausted or the database away."),
    AUDIT_ENTRIES("clarion_audit_entries", Type.GAUGE, "Entries of the audit record."),

    JOB_RUNS(
            "clarion_job_runs_total",
            Type.COUNTER,
            "Runs of a job by the clock in this process that ended, by outcome: good or failed.",
            "task",
            "outcome"),
    JOB_LAST_RUN("clarion_job_last_run_timestamp_seconds", Type.GAUGE, "When the job last ended (Unix time).", "task"),
    JOB_LAST_SUCCESS(
            "clarion_job_last_success_timestamp_seconds",
            Type.GAUGE,
            "When the job last ended well (Unix time).",
            "task"),
    JOB_LAST_GOOD("clarion_job_last_run_good", Type.GAUGE, "1 if the job's latest run ended well.", "task"),
    JOB_LAST_DURATION("clarion_job_last_duration_seconds", Type.GAUGE, "How long the job's latest run took.", "task"),

    FLOW_LISTENING("clarion_flow_collector_listening", Type.GAUGE, "1 while the collector's UDP port is open."),
    FLOW_RECEIVE_BUFFER(
            "clarion_flow_receive_buffer_bytes", Type.GAUGE, "What the kernel keeps for each receiving thread."),
    FLOW_PACKETS("clarion_flow_packets_total", Type.COUNTER, "Datagrams taken since the process started."),
    FLOW_OCTETS("clarion_flow_octets_total", Type.COUNTER, "Their octets."),
    FLOW_RECORDS("clarion_flow_records_total", Type.COUNTER, "Records of flows read."),
    FLOW_LOST(
            "clarion_flow_packets_lost_total",
            Type.COUNTER,
            "Datagrams not read: dropped by the kernel because nobody took them in time, refused because nobody expects"
                    + " their exporter, beyond-bound because there are too many exporters, stray because they are no flow"
                    + " export.",
            "reason"),
    FLOW_UNCLAIMED(
            "clarion_flow_records_unclaimed_total",
            Type.COUNTER,
            "Records thrown away because nothing in the process stores flows."),
    FLOW_MISSING_TEMPLATE(
            "clarion_flow_missing_template_total", Type.COUNTER, "Sets of data whose template did not come."),
    FLOW_DECODE_ERRORS("clarion_flow_decode_errors_total", Type.COUNTER, "What could not be read, by kind.", "kind"),
    FLOW_SEQUENCE_MISSING(
            "clarion_flow_sequence_missing_total",
            Type.COUNTER,
            "Packets or records that sequence numbers say were lost on the way; a hint, as many exporters count wrongly."),
    FLOW_CORRECTED(
            "clarion_flow_clock_corrected_total",
            Type.COUNTER,
            "Records that got the time of arrival, because their exporter's clock is wrong."),
    FLOW_EXPORTERS("clarion_flow_exporters", Type.GAUGE, "Exporters that this process has heard and reads."),
    FLOW_TEMPLATES("clarion_flow_templates", Type.GAUGE, "Their templates."),
    FLOW_WAITING_SETS("clarion_flow_waiting_sets", Type.GAUGE, "Sets of data that wait for their template."),
    FLOW_RECORDS_DROPPED(
            "clarion_flow_records_dropped_total",
            Type.COUNTER,
            "Records thrown away because the queue of those that wait to be joined was full."),
    FLOW_CONVERSATIONS_STORED(
            "clarion_flow_conversations_stored_total", Type.COUNTER, "Conversations committed to the database."),
    FLOW_CONVERSATIONS_DROPPED(
            "clarion_flow_conversations_dropped_total",
            Type.COUNTER,
            "Conversations thrown away: full because the database took none for too long, old because no bucket is kept"
                    + " for their time.",
            "reason"),
    FLOW_CONVERSATIONS_HELD(
            "clarion_flow_conversations_held", Type.GAUGE, "Conversations that wait for the sessions' news."),
    FLOW_COMMITS_FAILED(
            "clarion_flow_commits_failed_total",
            Type.COUNTER,
            "Transactions of buckets that failed; they are tried again."),
    FLOW_SIDES(
            "clarion_flow_sides_total",
            Type.COUNTER,
            "Sides of conversations inside the organisation's networks: known if a device or user had the address.",
            "known"),

    HTTP_DURATION(
            "clarion_http_request_duration_seconds",
            Type.HISTOGRAM,
            "Time to answer a request, without event streams; the count of a status tells rate and errors.",
            "route",
            "method",
            "status"),
    HTTP_IN_PROGRESS("clarion_http_requests_in_progress", Type.GAUGE, "Requests being answered at this moment."),
    EVENT_STREAMS("clarion_event_streams", Type.GAUGE, "Clients of the event stream that are connected."),
    LOGINS(
            "clarion_login_attempts_total",
            Type.COUNTER,
            "Logins by password: opened, refused (wrong name or password, disabled account) or throttled.",
            "outcome"),

    JVM_MEMORY_USED("jvm_memory_used_bytes", Type.GAUGE, "Memory in use: heap or nonheap.", "area"),
    JVM_MEMORY_MAX("jvm_memory_max_bytes", Type.GAUGE, "The most that may be in use.", "area"),
    JVM_GC("jvm_gc_collection_seconds", Type.SUMMARY, "Time spent in garbage collection.", "gc"),
    JVM_THREADS("jvm_threads_current", Type.GAUGE, "Threads."),
    JVM_CLASSES("jvm_classes_currently_loaded", Type.GAUGE, "Classes loaded."),
    PROCESS_START("process_start_time_seconds", Type.GAUGE, "When the process started (Unix time)."),
    PROCESS_CPU("process_cpu_seconds_total", Type.COUNTER, "Processor time used.");

    /** Kinds of metric in the text format. */
    enum Type {
        GAUGE,
        COUNTER,
        SUMMARY,
        HISTOGRAM
    }

    private final String id;
    private final Type type;
    private final String help;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> labels;

    Metric(String id, Type type, String help, String... labels) {
        this.id = id;
        this.type = type;
        this.help = help;
        this.labels = List.of(labels);
    }

    /** Its name on the wire. */
    String id() {
        return id;
    }

    Type type() {
        return type;
    }

    /** One sentence, for the exposition and for the guide. */
    String help() {
        return help;
    }

    /** The labels of its samples, without {@code le}. */
    List<String> labels() {
        return labels;
    }
}
