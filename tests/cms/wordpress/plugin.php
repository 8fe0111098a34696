<?php
/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Must-use plugin of a test server: nothing leaves the machine, and the site can be made
 * as awkward as real ones are. switches.json is read at each request; `wordpress.py run`
 * writes it.
 *
 *   permalinks=plain   addresses are queries, the API's too
 *   app_passwords=off  the site offers none, as one without TLS
 *   drop_auth=on       the Authorization header does not reach PHP
 *   eager_user=on      a plugin asks for the user early: wrong passwords get their own code
 *   hide_api=on        the index of the API is a 404 page, as some security plugins do
 *   login_only=on      the API is for signed-in users, discovery included
 *   firewall=WORD      a request that has WORD in its body gets a 403 page
 *   noise=on           a PHP notice is printed before the JSON
 *   strip_terms=on     new posts lose their terms, as some plugins do
 *   slow_ms=N          each request waits before WordPress starts to work
 */
add_filter( 'pre_wp_mail', '__return_true' );
add_filter(
	'pre_http_request',
	function ( $answer, $arguments, $url ) {
		return new WP_Error( 'http_request_not_executed', 'A test server asks nobody: ' . $url );
	},
	10,
	3
);
add_action(
	'init',
	function () {
		remove_action( 'admin_init', '_maybe_update_core' );
		remove_action( 'admin_init', '_maybe_update_plugins' );
		remove_action( 'admin_init', '_maybe_update_themes' );
	}
);
add_filter( 'admin_email_check_interval', '__return_zero' );
add_filter( 'get_avatar_url', fn() => 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==' );

$feu_file = getenv( 'FEU_FOLDER' ) . '/switches.json';
$feu      = is_file( $feu_file ) ? json_decode( file_get_contents( $feu_file ), true ) : array();

if ( isset( $feu['slow_ms'] ) ) {
	usleep( 1000 * (int) $feu['slow_ms'] );
}
if ( ( $feu['permalinks'] ?? '' ) === 'plain' ) {
	add_filter( 'pre_option_permalink_structure', fn() => '' );
}
if ( ( $feu['drop_auth'] ?? '' ) === 'on' ) {
	unset( $_SERVER['PHP_AUTH_USER'], $_SERVER['PHP_AUTH_PW'], $_SERVER['HTTP_AUTHORIZATION'] );
}
if ( ( $feu['app_passwords'] ?? '' ) === 'off' ) {
	add_filter( 'wp_is_application_passwords_available', '__return_false' );
}
if ( ( $feu['eager_user'] ?? '' ) === 'on' ) {
	add_filter(
		'rest_authentication_errors',
		function ( $result ) {
			is_user_logged_in();
			return $result;
		},
		20
	);
}
if ( ( $feu['login_only'] ?? '' ) === 'on' ) {
	add_filter(
		'rest_authentication_errors',
		function ( $result ) {
			if ( empty( $result ) && ! is_user_logged_in() ) {
				return new WP_Error( 'rest_not_logged_in', 'You are not currently logged in.', array( 'status' => 401 ) );
			}
			return $result;
		},
		95
	);
}
if ( ( $feu['hide_api'] ?? '' ) === 'on' && preg_match( '#^/wp-json/?(\?|$)#', $_SERVER['REQUEST_URI'] ?? '' ) ) {
	http_response_code( 404 );
	header( 'Content-Type: text/html' );
	echo '<html><body><h1>Not found</h1></body></html>';
	exit;
}
if ( ( $feu['firewall'] ?? '' ) !== '' && strpos( file_get_contents( 'php://input' ), $feu['firewall'] ) !== false ) {
	http_response_code( 403 );
	header( 'Content-Type: text/html' );
	header( 'Server: cloudflare' );
	header( 'CF-RAY: 0123456789abcdef-ARN' );
	echo '<html><head><title>Attention Required!</title></head><body>Sorry, you have been blocked</body></html>';
	exit;
}
if ( ( $feu['noise'] ?? '' ) === 'on' ) {
	add_filter(
		'rest_pre_serve_request',
		function ( $served ) {
			echo "<br />\n<b>Notice</b>:  Undefined variable \$x in <b>/srv/plugin.php</b> on line <b>3</b><br />\n";
			return $served;
		}
	);
}
if ( ( $feu['strip_terms'] ?? '' ) === 'on' ) {
	add_action(
		'rest_after_insert_post',
		function ( $post ) {
			wp_set_object_terms( $post->ID, array(), 'post_tag' );
		}
	);
}
