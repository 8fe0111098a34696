<?php
/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * wp-config.php of a test server. The site calls itself as it was called, so that one
 * database serves on any port and behind any proxy; FEU_* come from run's environment.
 */
$feu_https = ( $_SERVER['HTTP_X_FORWARDED_PROTO'] ?? '' ) === 'https';
if ( $feu_https ) {
	$_SERVER['HTTPS'] = 'on';
}
define( 'WP_HOME', ( $feu_https ? 'https' : 'http' ) . '://' . ( $_SERVER['HTTP_HOST'] ?? '127.0.0.1' ) );
define( 'WP_SITEURL', WP_HOME );

define( 'DB_NAME', 'wordpress' );
define( 'DB_USER', 'root' );
define( 'DB_PASSWORD', '' );
define( 'DB_HOST', 'localhost:' . getenv( 'FEU_DATABASE_SOCKET' ) );
define( 'DB_CHARSET', 'utf8mb4' );
define( 'DB_COLLATE', '' );
define( 'DB_DIR', getenv( 'FEU_DATABASE_FOLDER' ) . '/' );
define( 'DB_FILE', 'wp.sqlite' );
define( 'SQLITE_JOURNAL_MODE', 'WAL' );

define( 'AUTH_KEY', 'a' );
define( 'SECURE_AUTH_KEY', 'b' );
define( 'LOGGED_IN_KEY', 'c' );
define( 'NONCE_KEY', 'd' );
define( 'AUTH_SALT', 'e' );
define( 'SECURE_AUTH_SALT', 'f' );
define( 'LOGGED_IN_SALT', 'g' );
define( 'NONCE_SALT', 'h' );

/* Application passwords without TLS. */
define( 'WP_ENVIRONMENT_TYPE', 'local' );
/* What is due is published when somebody asks for wp-cron.php, not by chance. */
define( 'DISABLE_WP_CRON', true );
define( 'WP_HTTP_BLOCK_EXTERNAL', true );
define( 'AUTOMATIC_UPDATER_DISABLED', true );
define( 'DISALLOW_FILE_MODS', true );
define( 'WP_DEBUG', true );
define( 'WP_DEBUG_DISPLAY', false );
define( 'WP_DEBUG_LOG', getenv( 'FEU_FOLDER' ) . '/debug.log' );

$table_prefix = 'wp_';
if ( ! defined( 'ABSPATH' ) ) {
	define( 'ABSPATH', __DIR__ . '/' );
}
require_once ABSPATH . 'wp-settings.php';
