/**
 * Machines over SSH, as OpenSSH's own client reaches them: the same configuration, host keys, agent, key files and jump
 * hosts. The protocol is Apache MINA's; who is trusted and who is asked is decided here.
 */
package dev.fathom.device.ssh;
